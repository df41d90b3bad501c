using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>
/// The closed loop after CellScientist: a discrepancy is routed to its address, one of the bounded edits that are permitted there is
/// applied, the explanation is checked again, and the edit is kept or reverted. Checks and thresholds are never edited,
/// no proposal is made twice.
/// </summary>
internal sealed class RefineStage(VerifyGraph verify, EngineRegistry engines, EntityRecognizer recognizer)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Refined = null;
        if (run.Request.RefinementSteps == 0)
        {
            run.Skipped = "This job was asked for without refinement";
            yield break;
        }
        var (search, driving) = (new RefinementSearch(run, recognizer), new DrivingEvidence());
        var (at, kept, step) = (RefinedCase.From(run), 0, 1);
        for (; step <= run.Request.RefinementSteps && search.Next(at) is { } proposal; step++)
        {
            yield return new GenerationEvent.DiscrepancyFound(step, proposal.Found, [.. proposal.Edits.Select(e => e.Sentence)]);
            var (place, chooser) = (0, run.EngineIn(engines).Chooser);
            var chosenBy = (string?)null;
            await foreach (var output in Choose(chooser, run, at, proposal, ct))
                if (output is ChooserOutput.Told told) yield return new GenerationEvent.AgentTold(told.News);
                else if (output is ChooserOutput.Chose chose) (place, chosenBy) = (chose.Place, chooser!.Name);
            var edit = proposal.Edits[place];
            search.Tried(proposal.Found, edit);
            var after = await ApplyAsync(run, at, edit, ct);
            var tried = search.Judge(step, at, after, proposal.Found, edit, chosenBy);
            yield return new GenerationEvent.EditTried(tried);
            if (!tried.IsKept) continue;
            (at, kept) = (after, kept + 1);
            driving.Add(edit.Touched, proposal.Found.Sources);
            run.Refined = after with { Verdicts = driving.Scoring(after.Verdicts, verify.RequestFor(run, after.Graph, after.Citations)) };
            yield return GenerationEvent.GraphRefined.From(step, run.Refined);
        }
        run.Summary = Summary(step - 1, kept, run.Refined is { } refined ? driving.Note(refined.Verdicts) : null);
    }

    private static IAsyncEnumerable<ChooserOutput> Choose(
        IEditChooser? chooser, GenerationRun run, RefinedCase at, Proposal proposal, CancellationToken ct) =>
        chooser is null || proposal.Edits.Length == 1 ? AsyncEnumerable.Empty<ChooserOutput>() : chooser.ChooseAsync(
            new(run.Request.Record, $"{proposal.Found.Claim.Action}: {proposal.Found.Reason}", [.. proposal.Edits.Select(e => e.Sentence)],
                ExplanationWriter.Write(at.Graph), run.Notes), ct);

    private async Task<RefinedCase> ApplyAsync(GenerationRun run, RefinedCase at, ProposedEdit edit, CancellationToken ct)
    {
        var citations = at.Citations;
        foreach (var id in edit.Touched)
            if (edit.Graph.Find(id) is { } changed && at.Graph.Find(id) is { } was
                && !WrittenCitations.Numbers(was).SequenceEqual(WrittenCitations.Numbers(changed)))
                citations = citations.SetItem(id, [.. WrittenCitations.Numbers(changed).Where(n => run.Evidence.Find(n) is not null)]);
        return new(edit.Graph, await verify.RunAsync(verify.RequestFor(run, edit.Graph, citations), ct), citations);
    }

    private static string Summary(int steps, int kept, string? note) => steps == 0 ? "Nothing to put right"
        : $"{GenerationRun.Count(steps, "step", "steps")}, {kept} kept, {steps - kept} reverted{(note is null ? "" : $". {note}")}";
}
