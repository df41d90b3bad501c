using System.Collections.Immutable;
using System.Text;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>The cell line, its driver alterations, and what of the route they drive or block.</summary>
internal sealed class CellSection(Mechanism mechanism, SignedGraph graph, Func<ImmutableArray<EvidenceItem>, string> cite)
{
    private Question Question => mechanism.Question;

    public string Paragraph()
    {
        var text = new StringBuilder();
        var written = Question.Record.Contexts.Select(c => c.CellLine).FirstOrDefault(c => c is not null);
        if (Question.Line is { } line)
        {
            text.Append($"**{line.Name}** is a line of the organ class {line.Organ}{cite([FactEvidence.From(line)])}.");
            var known = Question.Alterations.Where(a => a.Effect != AlterationEffect.Unknown).ToList();
            if (known.Count > 0) text.Append(
                " Its driver alterations with a known effect are "
                + ReportMarkdown.List(known.Select(a => a.Text + (a.IsLikely ? " (likely)" : "")))
                + $"{cite([.. known.Select(a => a.Fact)])}.");
        }
        else text.Append(
            written is null ? "The record names no cell line."
            : $"The cell line {ReportMarkdown.Escape(written)} is not in the installed knowledge.");
        if (Question.Line is null && !Question.Alterations.IsEmpty) text.Append(
            " The record states "
            + $"{ReportMarkdown.List(Question.Alterations.Select(a => a.Text))}{cite([.. Question.Alterations.Select(a => a.Fact)])}.");
        text.Append(Drivers());
        foreach (var blocked in mechanism.Blocked.Take(4)) text.Append(' ').Append(Blocked(blocked));
        return text.Append("\n\n").ToString();
    }

    private string Drivers()
    {
        var drivers = mechanism.ClaimsAs(ClaimRole.Driver).ToList();
        if (drivers.Count > 0)
            return " "
                + string.Join(
                " ", drivers.Select(
                d => $"{d.Action.Text("variant")} [{d.Id}] drives the route that the perturbation is expected to turn down"
                    + $"{cite(d.Facts)}."));
        return mechanism.HasEnd && Question.Line is not null && mechanism.ClaimsAs(ClaimRole.Activity).Any()
            ? " None of them is known here to drive the route that follows, so the route rests on pathway knowledge alone and not on "
                + "this cell." : "";
    }

    private string Blocked(BlockedPath blocked)
    {
        var edge = blocked.Edge;
        var (gene, lost) = (blocked.Alteration.Gene, blocked.Alteration.IsLikely ? "is likely lost here" : "is lost here");
        var why = blocked.Alteration.Effect == AlterationEffect.LossOfFunction && edge.Target == gene
            ? $"{gene} {lost}, so nothing is followed through it"
            : graph.Phenotype(edge.Target)?.BreaksDown is { } protein
            ? $"{ReportMarkdown.Escape(blocked.Alteration.Text)} lets {protein} escape its break-down already, so nothing of it is lost"
            : graph.PoolOf(edge) is { } pool && pool.Parts.Contains(gene)
            ? $"{gene} {lost}, and with it {pool.Name}, so the path from {graph.NameOf(edge.Source)} to {graph.NameOf(edge.Target)} ends"
            : $"{ReportMarkdown.Escape(blocked.Alteration.Text)} keeps {graph.NameOf(edge.Target)} active, so the path from "
                + $"{graph.NameOf(edge.Source)} ends there";
        return $"{why}{cite([blocked.Alteration.Fact, .. Facts(blocked.Rows)])}.";
    }

    private IEnumerable<EvidenceItem> Facts(IEnumerable<SignedRelation> rows) => rows.Select(r => FactEvidence.From(r, graph.NameOf));
}
