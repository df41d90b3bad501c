using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Models;

namespace VcrPortal.Web.Pages.Admin;

/// <summary>The configured models, what they lack, and whether they answer. Keys are never shown.</summary>
public sealed partial class ModelsPage
{
    private ImmutableArray<ConfiguredModel>? _models;
    private (string Name, ProbeOutcome Outcome)? _tested;

    [Inject] private ReadModels Models { get; set; } = null!;
    [Inject] private TestModel Test { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    protected override void OnInitialized()
    {
        _models = Models.Run(Caller.From(Request.User));
        if (_models is null) Navigation.NotFound();
    }

    private async Task TestAsync(string name)
    {
        if (await Test.RunAsync(name, Caller.From(Request.User), Request.RequestAborted) is TestModelOutcome.Tested(var outcome))
            _tested = (name, outcome);
    }

    private static string IdOf(ConfiguredModel configured) => configured.Section.Replace(':', '-').ToLowerInvariant();

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Price(ChatModel model) => model is { InputPrice: { } input, OutputPrice: { } output }
        ? string.Create(CultureInfo.InvariantCulture, $"{input:0.##} in, {output:0.##} out") : "not configured";
}
