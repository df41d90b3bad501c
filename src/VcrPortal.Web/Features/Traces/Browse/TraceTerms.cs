using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The kinds of term, as stored.</summary>
public static class TermKind
{
    public const string Compound = "compound";
    public const string CellLine = "cell-line";
    public const string Organ = "organ";
    public const string Gene = "gene";
    public const string Group = "group";
    public const string Pathway = "pathway";
    public const string Phenotype = "phenotype";
    public const string Primitive = "primitive";
    /// <summary>The number of a drawn pathway, of which a claim uses an arrow.</summary>
    public const string Drawing = "drawing";
    public const string Other = "other";
}

/// <param name="Curie">Null when ungrounded: nothing is grounded by force.</param>
/// <param name="Key">What it is compared by, where that is not its label: pathways and phenotypes go by many words.</param>
public sealed record TraceTerm(string Kind, string Label, string? Curie = null, string? Key = null)
{
    internal string Folded => (Key ?? Label).ToSearchForm();
}

/// <summary>What a graph is about: every entity that it names, once, and the primitives that it uses.</summary>
internal static partial class TraceTerms
{
    /// <summary>Terms of one trace; a graph that names more is longer than any explanation, and the rest is not indexed.</summary>
    public const int Limit = 200;

    /// <param name="find">The entity that a whole text names, or null.</param>
    public static ImmutableArray<TraceTerm> In(ActionGraph graph, IEnumerable<TraceTerm> subject, Func<string, RecognizedEntity?> find)
    {
        var mentioned =
            from action in graph.Actions
            from argument in action.Arguments
            let definition = action.Primitive?.Argument(argument.Name)
            where definition?.Kind is ArgumentKind.Entity or ArgumentKind.EntityList
            from text in argument.Value.Texts
            where !string.IsNullOrWhiteSpace(text)
            select find(text) is { } known ? TermOf(known) : new TraceTerm(KindOf(definition.Entities), text);
        var used = graph.Actions.Select(a => new TraceTerm(TermKind.Primitive, a.Name));
        return [.. subject.Concat(mentioned).Concat(used).Where(t => t.Label.Length > 0).DistinctBy(t => (t.Kind, t.Folded))
            .Take(Limit)];
    }

    /// <summary>The pathways whose arrows its claims are written from: "BRAF raises MAP2K1 (WP734)".</summary>
    public static IEnumerable<TraceTerm> Drawings(
        IEnumerable<EvidenceItem> evidence, ImmutableDictionary<NodeId, ImmutableArray<int>> citations)
    {
        var cited = citations.Values.SelectMany(numbers => numbers).ToHashSet();
        return
            from item in evidence
            where cited.Contains(item.Number)
            from number in PathwayNumber().Matches($"{item.Identifier} {item.Title}").Select(m => m.Value).Distinct()
            select new TraceTerm(TermKind.Drawing, number, $"WIKIPATHWAYS:{number}");
    }

    [GeneratedRegex(@"\bWP[1-9]\d{0,5}\b")]
    private static partial Regex PathwayNumber();

    public static TraceTermRow ToRow(this TraceTerm term, int traceNumber, int ordinal) => new()
    {
        TraceNumber = traceNumber,
        Ordinal = ordinal,
        Kind = term.Kind,
        Curie = term.Curie?.Fit(80),
        Label = term.Label.Fit(200),
        Folded = term.Folded.Fit(200),
    };

    /// <summary>Genes, compounds and lines go by their canonical name; the name of the others is an id, so that they keep the words of the
    /// text.</summary>
    private static TraceTerm TermOf(RecognizedEntity known) => KindOf(known.Type) switch
    {
        TermKind.Gene or TermKind.Compound or TermKind.CellLine => new TraceTerm(KindOf(known.Type), known.Name, known.Curie),
        var kind => new TraceTerm(kind, known.Text, known.Curie ?? known.Name, known.Name),
    };

    private static string KindOf(EntityTypes type) => type switch
    {
        EntityTypes.Gene or EntityTypes.Rna => TermKind.Gene,
        EntityTypes.Family or EntityTypes.Complex or (EntityTypes.Family | EntityTypes.Complex) => TermKind.Group,
        EntityTypes.Compound => TermKind.Compound,
        EntityTypes.CellLine => TermKind.CellLine,
        EntityTypes.Pathway => TermKind.Pathway,
        EntityTypes.Phenotype => TermKind.Phenotype,
        _ => TermKind.Other,
    };
}
