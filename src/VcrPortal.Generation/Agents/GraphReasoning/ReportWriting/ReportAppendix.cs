using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>What a report tells beside the explanation: other ways, predictions, disagreements, and where the knowledge ends.</summary>
/// <param name="cite">"[3][4]" with a blank before it; empty where nothing was retrieved.</param>
internal sealed class ReportAppendix(
    Mechanism mechanism, EvidenceIndex evidence, Func<string, string> nameOf, Func<ImmutableArray<EvidenceItem>, string> cite)
{
    public IEnumerable<string> Paragraphs() => OtherWays().Concat(Predictions()).Concat(Ends());

    /// <summary>The other mechanisms, ranked.</summary>
    private IEnumerable<string> OtherWays()
    {
        if (mechanism.Alternatives.IsEmpty) yield break;
        yield return $"{ReportText.Heading}Other ways to the same ends\n\nThese are drawn too, and ranked behind what is told above; the "
            + "graph does not hold them.\n\n";
        foreach (var way in mechanism.Alternatives)
        {
            var steps = ReportMarkdown.Join([.. way.Steps.Select(s => s.From).Where(e => e.Kind != EffectKind.Phenotype).Select(Words)]);
            yield return $"1. {nameOf(way.End.Entity)}, through "
                + $"{steps}{(way.IsCoherent ? "" : "; this way changes between pathways on single sources")}"
                + $"{cite([.. way.Facts(nameOf)])}.\n";
        }
        yield return "\n";
    }

    private string Words(Effect effect) => effect.Kind == EffectKind.Expression
        ? $"{(effect.Sign > 0 ? "more" : "less")} RNA of {nameOf(effect.Entity)}"
            : $"{nameOf(effect.Entity)} {(effect.Sign > 0 ? "up" : "down")}";

    /// <summary>Analogy, which predicts and explains nothing.</summary>
    private IEnumerable<string> Predictions()
    {
        var items = evidence.Items.Where(i => i.Title.StartsWith(AnalogySource.Title, StringComparison.Ordinal)).ToList();
        if (items.Count == 0) yield break;
        yield return $"{ReportText.Heading}Prediction by analogy\n\nThis is no part of the explanation: it says what alike "
            + "perturbations did, not why. "
            + "No claim of the graph is written from it.\n\n";
        foreach (var item in items) yield return $"- {ReportMarkdown.Escape(item.Passage)} [{item.Number}]\n";
        yield return "\n";
    }

    /// <summary>Where sources disagree, and where the knowledge ends.</summary>
    private IEnumerable<string> Ends()
    {
        var lines = mechanism.Conflicts.Select(Disagreement)
            .Concat(mechanism.Limits.Select(l => $"- {ReportMarkdown.Escape(l)}\n")).Distinct().ToList();
        if (lines.Count == 0) yield break;
        yield return "### Where the knowledge ends\n\n";
        foreach (var line in lines) yield return line;
        yield return "\n";
    }

    /// <summary>Both sides, each with its sources: "it would rise through A (WP1) [1] and fall through B (WP2) [2]".</summary>
    private string Disagreement(SignConflict conflict)
    {
        var sides = conflict.Ways.Select(
            w => $"{(w.Sign > 0 ? "rise" : "fall")} through {nameOf(w.Edge.Source)} "
                + $"({string.Join(", ", w.Edge.Rows.Select(r => r.PathwayId).Distinct().Take(3))}){cite([.. Rows(w.Edge.Rows)])}");
        return "- The sources disagree on "
            + $"{(conflict.Kind == EffectKind.Expression ? "the expression of " : "")}{nameOf(conflict.Entity)}: it would "
            + $"{string.Join(" and ", sides)}. Nothing is asserted of it.\n";
    }

    private IEnumerable<EvidenceItem> Rows(IEnumerable<SignedRelation> rows) => rows.Select(r => FactEvidence.From(r, nameOf));
}
