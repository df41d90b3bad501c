using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>Writes a mechanism as a cited report in Markdown. Text from the record is escaped: it is a quotation, never markup.</summary>
internal sealed class ReportText(Mechanism mechanism, EvidenceIndex evidence, SignedGraph graph)
{
    /// <summary>The most numbers after one sentence; the claims themselves name all of theirs.</summary>
    private const int MaxCitations = 8;

    private Question Question => mechanism.Question;

    /// <summary>The answer, then the sections, numbered as they come: what has nothing to say leaves no gap.</summary>
    public IEnumerable<string> Paragraphs()
    {
        yield return ReportAnswer.Sentence(mechanism);
        var number = 0;
        foreach (var paragraph in Sections())
            yield return paragraph.StartsWith(Heading, StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"### {++number}. {paragraph[Heading.Length..]}") : paragraph;
    }

    /// <summary>Begins a section that is numbered.</summary>
    internal const string Heading = "### # ";

    private IEnumerable<string> Sections()
    {
        yield return $"{Heading}The perturbation\n\n";
        foreach (var cause in Question.Causes) yield return Perturbation(cause);
        if (Question.Causes.IsEmpty) yield return "The record names no perturbation.\n\n";
        yield return $"{Heading}The cell\n\n";
        yield return Cell();
        if (Section("From target to pathway", ClaimRole.Activity, ClaimRole.Pathway) is { } middle) yield return middle;
        if (Section("What an assay of phosphorylation would see", ClaimRole.Modification) is { } seen) yield return seen;
        if (Section("Expression", ClaimRole.Expression) is { } expression) yield return expression;
        if (Section("Phenotype", ClaimRole.Phenotype) is { } phenotype) yield return phenotype;
        foreach (var line in new FeedbackSection(mechanism, graph, facts => Cite([.. facts])).Paragraphs()) yield return line;
        foreach (var line in new ReportAppendix(mechanism, evidence, graph.NameOf, Cite).Paragraphs()) yield return line;
    }

    private string Perturbation(Cause cause)
    {
        var text = new StringBuilder();
        var name = ReportMarkdown.Escape(cause.Actor.Length > 0 ? cause.Actor : "An unnamed compound");
        if (cause.Compound is { } compound)
        {
            text.Append(
                $"**{name}** is listed "
                + (compound.Mechanism is "" or "unclear" ? "without a clear mechanism"
                    : $"with the mechanism \u201c{ReportMarkdown.Escape(compound.Mechanism)}\u201d"));
            text.Append(
                compound.Targets.IsEmpty ? " and without a named target"
                : $" and the {(compound.Targets.Length == 1 ? "target" : "targets")} {ReportMarkdown.List(compound.Targets)}")
                .Append(Cite(FactEvidence.From(compound))).Append('.');
        }
        else if (cause.IsGeneEdit) text.Append(
            $"The perturbation is a {ReportMarkdown.Escape(cause.Perturbation.GeneEdit ?? "gene edit")} of **{name}**.");
        else text.Append($"**{name}** is not in the installed knowledge.");
        var stated = cause.Targets.Where(t => t.Fact.Source == FactEvidence.Record && !cause.IsGeneEdit).ToList();
        if (stated.Count > 0) text.Append(
            $" The record itself states {ReportMarkdown.List(stated.Select(t => graph.NameOf(t.Entity)))} as "
            + $"target{Cite([.. stated.Select(t => t.Fact)])}.");
        var told = mechanism.Claims.Where(
            c => c.Role is ClaimRole.Binding or ClaimRole.Edit && (c.Action.Text("actor") == cause.Actor || cause.IsGeneEdit)).ToList();
        if (told.Count > 0) text.Append($" {(cause.IsGeneEdit ? "This is told as" : "It binds")} {Told(told)}.");
        foreach (var carrier in cause.Targets.Where(t => MechanismGate.CarriedTo(cause, t) is not null))
            text.Append(
                $" {carrier.Entity} carries it to {MechanismGate.CarriedTo(cause, carrier)}; what is told of "
                + $"{MechanismGate.CarriedTo(cause, carrier)} is meant of mTORC1.");
        var carried = cause.Targets.Where(t => !t.CarriesEffect && MechanismGate.CarriedTo(cause, t) is null).Select(t => t.Entity)
            .ToList();
        if (carried.Count > 0) text.Append(
            $" Its mechanism names other targets than {ReportMarkdown.List(carried)}, so no effect is followed from "
            + $"{(carried.Count == 1 ? "that one" : "those")}.");
        var untold = cause.Targets.Length - told.Count;
        if (told.Count > 0 && untold > 0) text.Append(
            CultureInfo.InvariantCulture, $" {untold} more {(untold == 1 ? "target is" : "targets are")} listed and not told here.");
        return text.Append("\n\n").ToString();
    }

    private static string Told(List<MechanismClaim> claims) =>
        ReportMarkdown.Join(
            [.. claims.Select(c => $"{ReportMarkdown.Escape(c.Action.Text("target") ?? c.Action.Text("variant") ?? "")} [{c.Id}]")]);

    private string Cell()
    {
        var text = new StringBuilder();
        var written = Question.Record.Contexts.Select(c => c.CellLine).FirstOrDefault(c => c is not null);
        if (Question.Line is { } line)
        {
            text.Append($"**{line.Name}** is a line of the organ class {line.Organ}{Cite(FactEvidence.From(line))}.");
            var known = Question.Alterations.Where(a => a.Effect != AlterationEffect.Unknown).ToList();
            if (known.Count > 0) text.Append(
                " Its driver alterations with a known effect are "
                + $"{ReportMarkdown.List(known.Select(a => a.Text))}{Cite([.. known.Select(a => a.Fact)])}.");
        }
        else text.Append(
            written is null ? "The record names no cell line."
            : $"The cell line {ReportMarkdown.Escape(written)} is not in the installed knowledge.");
        if (Question.Line is null && !Question.Alterations.IsEmpty) text.Append(
            " The record states "
            + $"{ReportMarkdown.List(Question.Alterations.Select(a => a.Text))}{Cite([.. Question.Alterations.Select(a => a.Fact)])}.");
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
                    + $"{Cite(d.Facts)}."));
        return mechanism.HasEnd && Question.Line is not null && mechanism.ClaimsAs(ClaimRole.Activity).Any()
            ? " None of them is known here to drive the route that follows, so the route rests on pathway knowledge alone and not on "
                + "this cell." : "";
    }

    private string Blocked(BlockedPath blocked)
    {
        var edge = blocked.Edge;
        var why = blocked.Alteration.Effect == AlterationEffect.LossOfFunction
            ? $"{blocked.Alteration.Gene} is lost here, so nothing is followed through it"
            : $"{ReportMarkdown.Escape(blocked.Alteration.Text)} keeps {graph.NameOf(edge.Target)} active, so the path from "
                + $"{graph.NameOf(edge.Source)} ends there";
        return $"{why}{Cite([blocked.Alteration.Fact, .. Facts(blocked.Rows)])}.";
    }

    private string? Section(string title, params ReadOnlySpan<ClaimRole> roles)
    {
        var told = new List<MechanismClaim>();
        foreach (var claim in mechanism.Claims)
            if (roles.Contains(claim.Role)) told.Add(claim);
        if (told.Count == 0) return null;
        var sentences = told.GroupBy(c => (c.Role, Way(c), Parents(c), c.Role == ClaimRole.Expression ? c.Id : default))
            .Select(g => Sentence([.. g]));
        return $"{Heading}{title}\n\n{string.Join(' ', sentences)}\n\n";
    }

    private string Parents(MechanismClaim claim) =>
        string.Join(' ', mechanism.ParentsOf(claim.Id).Where(p => p.Role != ClaimRole.Driver).Select(p => p.Id));

    private static string Way(MechanismClaim claim) => claim.Action.Name switch
    {
        "degrades_or_stabilises" => "be degraded",
        "post_translational_modification" => claim.Action.Direction == Direction.Up ? "rise" : "fall",
        _ => claim.Action.OutputSign > 0 ? "rise" : "fall",
    };

    /// <summary>Claims of one role that go the same way for the same reason, in one sentence.</summary>
    private string Sentence(List<MechanismClaim> claims)
    {
        var first = claims[0];
        var from = Parents(first) is { Length: > 0 } parents
            ? $", following {ReportMarkdown.Join([.. parents.Split(' ').Select(p => $"[{p}]")])}" : "";
        var cite = Cite([.. claims.SelectMany(c => c.Facts)]);
        string Named(string argument) =>
            ReportMarkdown.Join([.. claims.Select(c => $"**{ReportMarkdown.Escape(c.Action.Text(argument) ?? "")}** [{c.Id}]")]);
        var expected = $"{(claims.Count == 1 ? "is" : "are")} expected to {Way(first)}{from}{cite}.";
        return first.Role switch
        {
            ClaimRole.Pathway => $"{Named("pathway")} {expected}",
            ClaimRole.Expression =>
                $"Through **{ReportMarkdown.Escape(first.Action.Text("regulator") ?? "")}** the expression of "
                + $"{ReportMarkdown.List(first.Action["gene_list"]!.Texts)} is expected to {Way(first)} [{first.Id}]{from}{cite}.",
            ClaimRole.Modification => $"Phosphorylation of {Sites(claims)} {expected}",
            ClaimRole.Phenotype => $"{Named("phenotype")} {expected}",
            _ when first.Action.Name == "degrades_or_stabilises" => $"{Named("target")} {expected}",
            _ => $"The activity of {Named("target")} is expected to {Way(first)}{from}{cite}.",
        };
    }

    private static string Sites(List<MechanismClaim> claims) => ReportMarkdown.Join(
        [.. claims.Select(c => $"**{ReportMarkdown.Escape(c.Action.Text("protein") ?? "")}** at {c.Action.Text("site")} [{c.Id}]")]);

    private IEnumerable<EvidenceItem> Facts(IEnumerable<SignedRelation> rows) => rows.Select(r => FactEvidence.From(r, graph.NameOf));

    private string Cite(EvidenceItem fact) => Cite([fact]);

    private string Cite(ImmutableArray<EvidenceItem> facts)
    {
        var numbers = facts.Select(evidence.NumberOf).OfType<int>().Distinct().Order().Take(MaxCitations).ToList();
        return numbers.Count == 0 ? "" : " " + string.Concat(numbers.Select(n => $"[{n}]"));
    }
}
