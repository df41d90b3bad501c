using System.Collections.Immutable;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>What of the target a signed edge changes.</summary>
public enum StepKind
{
    /// <summary>How active the protein is.</summary>
    Activity,

    /// <summary>How much of the gene is expressed.</summary>
    Expression,

    /// <summary>How much of the protein is phosphorylated.</summary>
    Phosphorylation,
}

/// <summary>One gene changes another, by NCI-PID or TRRUST. In NCI-PID members of complexes and families stand for
/// themselves, so one drawing gives several edges.</summary>
/// <param name="Source">Gene symbol as the source writes it: some have been renamed since.</param>
/// <param name="Sign">+1: more of the source, more of the target; -1: less.</param>
/// <param name="PubMed">PubMed ids; empty where the source gives none.</param>
public sealed record SignedEdge(string Source, string Target, int Sign, StepKind Kind, ImmutableArray<string> PubMed);

/// <summary>Signed edges between genes. A pair can have edges of both signs: the source's curators drew both.</summary>
public sealed class SignedSteps
{
    private const int PapersToOutweigh = 3;
    private const int TimesToOutweigh = 3;

    private readonly KeyedRows<(string, string), SignedEdge> _byPair;
    private readonly KeyedRows<string, SignedEdge> _bySource;
    private readonly KeyedRows<string, SignedEdge> _byTarget;

    internal SignedSteps(ImmutableArray<SignedEdge> edges)
    {
        All = edges;
        _byPair = new(edges, e => [(e.Source, e.Target)]);
        _bySource = new(edges, e => [e.Source]);
        _byTarget = new(edges, e => [e.Target]);
    }

    public ImmutableArray<SignedEdge> All { get; }

    /// <summary>Edges from one gene to another; none says nothing.</summary>
    public ImmutableArray<SignedEdge> Between(string source, string target) => _byPair[(source, target)];

    /// <summary>The same, without what a few papers draw against many: where both signs of a kind are drawn, one of them by three papers or
    /// more and by three times as many as the other, only that one is left.</summary>
    public ImmutableArray<SignedEdge> Weighed(string source, string target)
    {
        var all = Between(source, target);
        return all.Length < 2 ? all : [.. all.Where(edge => !IsOutweighed(edge, all))];
    }

    private static bool IsOutweighed(SignedEdge edge, ImmutableArray<SignedEdge> all)
    {
        var against = all.Where(e => e.Kind == edge.Kind && e.Sign != edge.Sign).SelectMany(e => e.PubMed).Distinct().Count();
        var papers = all.Where(e => e.Kind == edge.Kind && e.Sign == edge.Sign).SelectMany(e => e.PubMed).Distinct().Count();
        return against >= PapersToOutweigh && against >= TimesToOutweigh * papers;
    }

    public ImmutableArray<SignedEdge> From(string source) => _bySource[source];

    public ImmutableArray<SignedEdge> Into(string target) => _byTarget[target];

    internal static SignedEdge Read(PackRow row) =>
        new(row.Required("source"), row.Required("target"), row.Sign("sign"), KindOf(row), row.List("pubmed"));

    internal static SignedEdge ReadRegulation(PackRow row) => new(
        row.Required("factor"), row.Required("gene"), row.Sign("sign"), StepKind.Expression, row.List("pubmed"));

    internal static SignedEdge ReadModification(PackRow row) => new(
        row.Required("enzyme"), row.Required("protein"), row.Sign("sign"), StepKind.Phosphorylation, row.List("pubmed"));

    private static StepKind KindOf(PackRow row) => row.Required("kind") switch
    {
        "activity" => StepKind.Activity,
        "expression" => StepKind.Expression,
        _ => throw row.Wrong("kind", "is neither activity nor expression"),
    };
}
