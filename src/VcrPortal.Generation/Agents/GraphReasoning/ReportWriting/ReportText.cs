using System.Collections.Immutable;
using System.Globalization;
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
        var perturbation = new PerturbationSection(mechanism, graph, Cite);
        foreach (var cause in Question.Causes) yield return perturbation.Paragraph(cause);
        if (Question.Causes.IsEmpty) yield return "The record names no perturbation.\n\n";
        yield return $"{Heading}The cell\n\n";
        yield return new CellSection(mechanism, graph, Cite).Paragraph();
        if (Section("From target to pathway", ClaimRole.Complex, ClaimRole.Activity, ClaimRole.Pathway) is { } middle) yield return middle;
        if (Section("What an assay of phosphorylation would see", ClaimRole.Modification) is { } seen) yield return seen;
        if (Section("Expression", ClaimRole.Expression) is { } expression) yield return expression;
        if (Section("Phenotype", ClaimRole.Phenotype) is { } phenotype) yield return phenotype;
        foreach (var line in new FeedbackSection(mechanism, graph, facts => Cite([.. facts])).Paragraphs()) yield return line;
        foreach (var line in new ReportAppendix(mechanism, evidence, graph.NameOf, Cite).Paragraphs()) yield return line;
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
        "modulates_complex" => "be stabilised",
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
            ClaimRole.Complex => $"{ReportMarkdown.Escape(first.Action.Text("via") ?? "")}: the {Named("complex")} {expected}",
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

    private string Cite(ImmutableArray<EvidenceItem> facts)
    {
        var numbers = facts.Select(evidence.NumberOf).OfType<int>().Distinct().Order().Take(MaxCitations).ToList();
        return numbers.Count == 0 ? "" : " " + string.Concat(numbers.Select(n => $"[{n}]"));
    }
}
