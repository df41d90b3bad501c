using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Sources.Local;

/// <summary>
/// What perturbations that are alike were measured to do in the same cell: knock-downs of genes of the same FamPlex complex or family, or
/// compounds with exactly the same targets. A prediction and no explanation: the report shows it apart, and no claim is written from it.
/// The perturbation that was asked about is never among them.
/// </summary>
public sealed class AnalogySource(KnowledgeBase knowledge, SignedGraph graph, ExpressionTables tables) : IKnowledgeSource
{
    /// <summary>How the title of such an item begins.</summary>
    public const string Title = "Analogy: ";

    /// <summary>A family of more members makes no two of them alike.</summary>
    private const int LargestGroup = 60;

    /// <summary>Alike perturbations that are asked about.</summary>
    private const int MostAlike = 60;

    /// <summary>Fewer that agree are chance.</summary>
    private const int FewestAgreeing = 2;

    /// <summary>Genes told of one direction.</summary>
    private const int MostGenes = 8;

    public string Name => "Alike perturbations";

    public Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        if (ExpressionTables.Asked(request.Question) is not var (context, _)
            || request.Question.Causes is not [var cause]) return Task.FromResult(ImmutableArray<EvidenceItem>.Empty);
        var (alike, why) = cause.IsGeneEdit ? Relatives(cause) : SameTargets(cause);
        if (alike.IsEmpty) return Task.FromResult(ImmutableArray<EvidenceItem>.Empty);
        try
        {
            return Task.FromResult<ImmutableArray<EvidenceItem>>(
                [.. tables.MovedBy(context, alike, ct).GroupBy(m => m.Table).Select(g => Item(g.Key, [.. g], context, why))
                .OfType<EvidenceItem>()]);
        }
        catch (DuckDbException failure)
        {
            throw new SourceUnavailableException($"The expression tables cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>The other members of the smallest group that holds the edited gene.</summary>
    private (ImmutableArray<string>, string) Relatives(Cause cause) =>
        cause.Targets.SelectMany(t => graph.GroupsOf(t.Entity)).Where(g => g.Members.Length is > 2 and <= LargestGroup)
            .OrderBy(g => g.Members.Length).ThenBy(g => g.Id, StringComparer.Ordinal).FirstOrDefault() is { } group
            ? ([.. group.Members.Where(m => cause.Targets.All(t => t.Entity != m)).Take(MostAlike)], $"members of {group.Name}") : ([], "");

    private (ImmutableArray<string>, string) SameTargets(Cause cause) =>
        cause.Compound is not { Targets.IsEmpty: false } compound ? ([], "") :
        ([.. knowledge.Compounds.Where(
            c => c.Name != compound.Name && c.Targets.Length == compound.Targets.Length && c.Targets.All(compound.Targets.Contains))
            .Select(c => c.SourceRow).Take(MostAlike)], "compounds with the same targets");

    private static EvidenceItem? Item(ExpressionTable table, ImmutableArray<MovedGene> moved, string context, string why)
    {
        var genes = moved.GroupBy(m => m.Gene).Where(g => g.Select(m => m.IsUp).Distinct().Count() == 1 && g.Count() >= FewestAgreeing)
            .Select(g => (Gene: g.Key, IsUp: g.First().IsUp, Count: g.Count())).OrderByDescending(g => g.Count)
                .ThenBy(g => g.Gene, StringComparer.Ordinal).ToList();
        if (genes.Count == 0) return null;
        var measured = moved.Select(m => m.Perturbation).Distinct().Order(StringComparer.Ordinal).ToList();
        string Told(bool isUp) =>
            string.Join(
                ", ", genes.Where(g => g.IsUp == isUp).Take(MostGenes)
                .Select(g => $"{g.Gene} ({g.Count} of {measured.Count})")) is { Length: > 0 } told ? told : "none";
        return new(0, table.Source, table.Version, null, $"{Title}{measured.Count} alike perturbations in {context} ({table.Name})",
            $"{table.Title} has {measured.Count} {why} perturbed in {context}: {string.Join(", ", measured.Take(MostGenes))}. Genes that "
            + $"at least {FewestAgreeing} of them moved, all the same way: up {Told(true)}; down {Told(false)}.",
            null, "as the table's owner states", TrustTier.Reference);
    }
}
