using System.Globalization;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>What a report opens with: one short sentence that answers, in bold, and after it how sure that is.</summary>
internal static class ReportAnswer
{
    /// <summary>The others are counted.</summary>
    private const int MostNamed = 2;

    public static string Sentence(Mechanism mechanism)
    {
        var question = mechanism.Question;
        if (question.Causes.IsEmpty) return "The record names no perturbation, so there is nothing to answer.\n\n";
        var who = ReportMarkdown.List(question.Causes.Select(Name));
        // A compound is written as it is written; an edit begins the sentence.
        var first = question.Causes[0].IsGeneEdit ? $"T{who[1..]}" : who;
        var written = question.Record.Contexts.Select(c => c.CellLine).FirstOrDefault(c => c is not null);
        string[] expected = [.. Ends(mechanism, -1, "lower"), .. Ends(mechanism, 1, "raise")];
        var where = ReportMarkdown.Escape(question.Line?.Name ?? written ?? "this cell");
        return expected.Length == 0
            ? $"**What {who} does in {where} cannot be told as far as a measurable effect.** What can be said of its first "
                + $"steps follows, and none of it was measured.{Supposed(question)}\n\n"
            : $"**{first} {(question.Causes.Length > 1 ? "are" : "is")} expected to {string.Join(" and to ", expected)} in {where}.** "
                + $"{Certainty(mechanism)}.{Supposed(question)}\n\n";
    }

    /// <summary>No pathway says in which cells its proteins are: a protease of neutrophils is drawn like any other.</summary>
    private static string Supposed(Question question)
    {
        var targets = question.Causes.SelectMany(c => c.Targets).Where(t => t.CarriesEffect).Select(t => t.Entity).Distinct().ToList();
        return targets.Count switch
        {
            0 => "",
            1 when !targets[0].Contains(':', StringComparison.Ordinal) =>
                $" It supposes that {ReportMarkdown.Escape(targets[0])} is expressed here.",
            _ => " It supposes that the targets are expressed here.",
        };
    }

    private static string Name(Cause cause) => (cause.IsGeneEdit, cause.Actor.Length > 0) switch
    {
        (true, _) => $"the {cause.Perturbation.GeneEdit ?? "edit"} of {cause.Actor}",
        (_, true) => cause.Actor,
        _ => "an unnamed compound",
    };

    /// <summary>"lower cell proliferation and the expression of CCND1 and MYC"; nothing where no end goes this way.</summary>
    private static IEnumerable<string> Ends(Mechanism mechanism, int sign, string verb)
    {
        var ends = mechanism.Claims.Where(c => c.Action.OutputSign == sign).ToList();
        var phenotypes = ends.Where(c => c.Role == ClaimRole.Phenotype).Select(c => c.Action.Text("phenotype") ?? "").Distinct().ToList();
        var genes = ends.Where(c => c.Role == ClaimRole.Expression).SelectMany(c => c.Action["gene_list"]!.Texts).Distinct().ToList();
        List<string> told = [.. Some(phenotypes, "phenotype") is { Length: > 0 } cells ? [cells] : (string[])[]];
        // Beside phenotypes genes are only counted: their names stand in the section on expression.
        if (genes.Count > 0 && told.Count > 0) told.Add($"the expression of {Count(genes.Count, "gene")}");
        else if (genes.Count > 0) told.Add($"the expression of {Some(genes, "gene")}");
        if (told.Count > 0) yield return $"{verb} {ReportMarkdown.Join(told)}";
    }

    private static string Some(List<string> names, string what)
    {
        var others = names.Count - MostNamed;
        List<string> told = [.. names.Take(MostNamed).Select(ReportMarkdown.Escape)];
        if (others > 0) told.Add(Count(others, $"more {what}"));
        return ReportMarkdown.Join(told);
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>How often the steps are drawn: what no second pathway draws rests on one group's word.</summary>
    private static string Certainty(Mechanism mechanism)
    {
        var steps = mechanism.Claims.Where(c => c.Role is ClaimRole.Activity or ClaimRole.Expression or ClaimRole.Phenotype)
            .Where(c => mechanism.ParentsOf(c.Id).Any(p => p.Role is not (ClaimRole.Binding or ClaimRole.Driver))).ToList();
        var strong = steps.Count(c => c.Facts.Where(f => f.Source == FactEvidence.WikiPathways).Select(f => f.Url).Distinct().Count() > 1);
        var drawn = (steps.Count, strong) switch
        {
            (0, _) => "it follows from the target alone",
            (1, 0) => "its one step beyond the target is drawn in one pathway only",
            (1, _) => "its one step beyond the target is drawn in two pathways or more",
            var (all, _) => string.Create(
                CultureInfo.InvariantCulture, $"{strong} of its {all} steps beyond the target are drawn in two pathways or more"),
        };
        return $"This is a prediction from drawn pathways and nothing of it was measured here: {drawn}";
    }
}
