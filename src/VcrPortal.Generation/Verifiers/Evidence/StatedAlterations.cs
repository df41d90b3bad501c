using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Evidence;

/// <summary>An alteration that a graph states of its line.</summary>
/// <param name="Text">The alteration as it is written: <c>BRAF V600E GoF</c>.</param>
/// <param name="IsLoss">It is said to lose the gene's function.</param>
/// <param name="Used">The sources that the engine had it from.</param>
internal sealed record StatedAlteration(
    Claim Claim, string Text, string Gene, string Line, bool IsLoss, ImmutableHashSet<string> Used)
{
    /// <summary>The gene is said to be there in more copies.</summary>
    public bool IsCopyGain => Text.Split(' ').Any(word => word is "GAIN" or "AMP");
}

/// <summary>The alterations that <c>set_context</c> states, and <c>gain_of_function</c> / <c>loss_of_function</c> of the line.</summary>
internal static class StatedAlterations
{
    /// <summary>None where the line is not named.</summary>
    public static IEnumerable<StatedAlteration> For(VerificationRequest request, EntityRecognizer recognizer)
    {
        if ((request.Graph.Context?.Text("cell_type") ?? request.Question.Line?.Name) is not { } line) yield break;
        foreach (
            var stated in (request.Graph.Context?.Text("genotype") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var own = request.Question.Alterations.FirstOrDefault(a => a.Text == stated)?.Fact.Source;
            yield return new(
                Claim.ForContext(stated), stated, GeneOf(stated, recognizer), line,
                stated.EndsWith(" LoF", StringComparison.OrdinalIgnoreCase),
                own is null ? request.SourcesOf(Claim.ContextId) : [own]);
        }
        foreach (var action in request.Graph.Actions)
            if (action is { Id: { } id, Kind: ClaimKind.ProteinFunction } && !IsThePerturbation(action, request))
                yield return new(
                    new(id), $"{action.Text("protein")} {action.Text("variant")}", GeneOf(action.Text("protein") ?? "", recognizer), line,
                    action.OutputSign < 0, request.SourcesOf(id));
    }

    private static string GeneOf(string stated, EntityRecognizer recognizer)
    {
        var named = stated.Split(' ')[0];
        return recognizer.Match(named) is { Type: EntityTypes.Gene } match ? match.Name : named;
    }

    /// <summary>A knock-down that the experiment makes is no property of the line.</summary>
    private static bool IsThePerturbation(ActionNode action, VerificationRequest request) =>
        request.Question.Causes.Any(c => c.IsGeneEdit && c.Actor == action.Text("protein"));
}
