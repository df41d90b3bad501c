using Microsoft.AspNetCore.Components;

namespace VcrPortal.Web.Ui.Components;

/// <summary>
/// Drawn again only when a parameter has changed, by <see cref="object.Equals(object?)"/>: everything it shows is an immutable parameter.
/// Without this the framework draws whatever takes more than plain values again and again, at every beat of a live page.
/// </summary>
public abstract class PureComponent : ComponentBase
{
    private IReadOnlyDictionary<string, object?>? _drawn;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var given = parameters.ToDictionary();
        if (_drawn is { } drawn && drawn.Count == given.Count
            && given.All(p => drawn.TryGetValue(p.Key, out var before) && Equals(before, p.Value)))
            return Task.CompletedTask;
        _drawn = given;
        return base.SetParametersAsync(parameters);
    }
}
