using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Admin;

/// <summary>What the portal knows, from which files, and the import of more. A document: while an import runs, its upper part is asked for
/// again.</summary>
public sealed partial class KnowledgePage
{
    private KnowledgeOverview? _known;
    private string? _refusal;
    private ImmutableArray<string> _chosen = [];

    [Inject] private ReadKnowledge Knowledge { get; set; } = null!;
    [Inject] private StartImport Import { get; set; } = null!;
    [Inject] private StopImport Stop { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);

    protected override void OnInitialized()
    {
        _known = Knowledge.Run(Caller);
        if (_known is null) Navigation.NotFound();
    }

    private async Task StartAsync()
    {
        _chosen = [.. Request.Request.Form["File"].OfType<string>().Distinct()];
        _refusal = await Import.RunAsync(_chosen, Caller, Request.RequestAborted) switch
        {
            StartImportOutcome.Started => null,
            StartImportOutcome.NothingChosen => "Choose at least one file.",
            StartImportOutcome.AnotherRuns => "Another import runs. Wait until it has ended, or stop it.",
            StartImportOutcome.NotThere(var name) =>
                $"\u201c{(name.Length > 100 ? name[..100] + "\u2026" : name)}\u201d does not lie in the folder for imports any more, or "
                + "is of no kind that is imported. Nothing was begun.",
            _ => "The import was not begun. Load the page again and try once more.",
        };
        if (_refusal is null) Navigation.SeeOther(Request, PortalUrls.AdminKnowledge);
    }

    private async Task StopAsync()
    {
        _refusal = await Stop.RunAsync(Caller, Request.RequestAborted) switch
        {
            StopImportOutcome.Stopping => null,
            StopImportOutcome.NothingRuns => "No import runs: it had ended before you stopped it.",
            _ => "The import was not stopped. Load the page again and try once more.",
        };
        if (_refusal is null) Navigation.SeeOther(Request, PortalUrls.AdminKnowledge);
    }

    /// <summary>Seconds between two looks at an import that runs.</summary>
    private string? PollSeconds => _known?.Standing is ImportStanding.Running ? "2" : null;

    private static IEnumerable<string> Missing(KnowledgeOverview known) =>
        ImportKind.All.Select(k => k.Description).Except(known.Sources.Select(s => s.Kind)).DefaultIfEmpty("nothing, every kind is here");

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
