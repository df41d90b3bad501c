using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch.Steps;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Takes a choice of pairs, names what it does not know, and leads to the batch.</summary>
public sealed partial class LaunchPairs
{
    /// <summary>Characters of one field; all names of the grid are shorter.</summary>
    private const int MostWritten = 50_000;
    /// <summary>Names that are listed as unknown.</summary>
    private const int MostNamed = 10;

    private readonly List<LaunchProblem> _problems = [];
    private PairChoice.Chosen? _chosen;
    private LaunchStep _step;
    private string? _refusal;

    [Inject] private PairGrid Grid { get; set; } = null!;
    [Inject] private LaunchBatch Launch { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "pairs")] private string? Compounds { get; set; }
    [SupplyParameterFromForm(FormName = "pairs")] private string? Lines { get; set; }
    [SupplyParameterFromForm(FormName = "pairs")] private string? Title { get; set; }
    [SupplyParameterFromForm(FormName = "pairs")] private string? Intent { get; set; }
    /// <summary>How many jobs the page said before, so that nobody starts others than they saw.</summary>
    [SupplyParameterFromForm(FormName = "pairs")] private int Seen { get; set; }
    [SupplyParameterFromForm(FormName = "pairs")] private bool IsPrivate { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private ImmutableArray<PerturbationRecord> Records => _chosen?.Records ?? [];

    private string Jobs => $"{Count(Records.Length)} {(Records.Length == 1 ? "job" : "jobs")}";

    private string Suggested => _chosen?.Title ?? "";

    private async Task TakeAsync()
    {
        if (Compounds?.Length > MostWritten) _problems.Add(
            new("compounds", "This is more than all names together. Leave it empty for all."));
        if (Lines?.Length > MostWritten) _problems.Add(new("lines", "This is more than all names together. Leave it empty for all."));
        if (_problems.Count > 0) return;
        var choice = Grid.Choose(Names(Compounds), Names(Lines));
        if (choice is PairChoice.Unknown unknown) Show(unknown);
        if (choice is not PairChoice.Chosen chosen) return;
        _chosen = chosen;
        if (string.IsNullOrWhiteSpace(Title) || Title == chosen.Title) Title = null; // one that was suggested is not kept for other pairs
        _step = Intent switch { "edit" => LaunchStep.Give, "confirm" or "launch" => LaunchStep.Start, _ => LaunchStep.LookAt };
        if (Intent != "launch") return;
        if (Seen == chosen.Records.Length) await LaunchAsync(chosen);
        else _refusal = $"This is not what you were shown: it would start {Jobs}. Nothing was launched yet.";
    }

    private async Task LaunchAsync(PairChoice.Chosen chosen)
    {
        var title = Title?.Trim() ?? Suggested;
        var outcome = await Launch.RunAsync(title, chosen.Records, IsPrivate, Caller.From(Request.User), Request.RequestAborted);
        if (outcome is BatchOutcome.Launched(var number, _, _)) Navigation.SeeOther(Request, PortalUrls.Batch(number));
        else _refusal = BatchText.For(outcome);
    }

    private void Show(PairChoice.Unknown unknown)
    {
        if (!unknown.Compounds.IsEmpty) _problems.Add(new("compounds", PairText.For(unknown.Compounds, MostNamed)));
        if (!unknown.Lines.IsEmpty) _problems.Add(new("lines", PairText.For(unknown.Lines, MostNamed)));
    }

    private string? ProblemOf(string field) => _problems.Find(p => p.Field == field)?.Message;

    private static ImmutableArray<string> Names(string? written) => PairText.Names(written);

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
