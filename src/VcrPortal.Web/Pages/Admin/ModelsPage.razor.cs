using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Usage;
using VcrPortal.Web.Features.Models;

namespace VcrPortal.Web.Pages.Admin;

/// <summary>The configured models, what they lack, and whether they answer. Keys are never shown.</summary>
public sealed partial class ModelsPage
{
    private ImmutableArray<ConfiguredModel>? _models;
    private ImmutableArray<PersonUsage> _used = [];
    private (string Name, ProbeOutcome Outcome)? _tested;

    [Inject] private ReadModels Models { get; set; } = null!;
    [Inject] private TestModel Test { get; set; } = null!;
    [Inject] private ReadUsageOfAll Usage { get; set; } = null!;
    [Inject] private IOptions<LaunchOptions> Launch { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private string Budget => Launch.Value.AccountMonthlyTokens is { } budget
        ? $"An account may use {Count(budget)} tokens a month (Launch:AccountMonthlyTokens); then its jobs with a model are not begun."
        : "No monthly limit is set. Launch:AccountMonthlyTokens and Launch:VisitorMonthlyTokens set one.";

    protected override async Task OnInitializedAsync()
    {
        _models = Models.Run(Caller.From(Request.User));
        if (_models is null) Navigation.NotFound();
        else _used = await Usage.RunAsync(Caller.From(Request.User), Request.RequestAborted);
    }

    private async Task TestAsync(string name)
    {
        if (await Test.RunAsync(name, Caller.From(Request.User), Request.RequestAborted) is TestModelOutcome.Tested(var outcome))
            _tested = (name, outcome);
    }

    private static string IdOf(ConfiguredModel configured) => configured.Section.Replace(':', '-').ToLowerInvariant();

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Price(ChatModel model) => model is { InputPrice: { } input, OutputPrice: { } output }
        ? string.Create(CultureInfo.InvariantCulture, $"{input:0.##} {model.Currency} in, {output:0.##} {model.Currency} out")
        : "not configured";
}
