using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Live;

/// <summary>Section <c>Live</c>.</summary>
public sealed class LiveOptions
{
    public const string Section = "Live";

    /// <summary>Seconds for which a tab may be out of sight before it gives its circuit back; it goes on when it is looked at again.
    /// 0: never.</summary>
    public int PauseHiddenSeconds { get; set; } = 300;
}

internal sealed class ValidateLiveOptions : IValidateOptions<LiveOptions>
{
    private const int Day = 86_400;

    public ValidateOptionsResult Validate(string? name, LiveOptions options) =>
        options.PauseHiddenSeconds is >= 0 and <= Day ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Live:PauseHiddenSeconds is {options.PauseHiddenSeconds}; write 0 (never) to {Day} (a day).");
}
