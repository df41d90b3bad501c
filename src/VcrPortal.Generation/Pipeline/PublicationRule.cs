using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline;

/// <summary>What a publication rule makes of a verified graph.</summary>
public abstract record Publication
{
    private Publication() { }

    public sealed record Unchanged : Publication;
    /// <param name="Reason">What was taken out or written in, as sentences.</param>
    public sealed record Pruned(ActionGraph Graph, string Reason) : Publication;
    public sealed record Discarded(string Reason) : Publication;
}

/// <summary>
/// <c>vc-traces-2</c>. An explanation is withheld whose drug action is refuted, or disputed by two independent sources, or none of whose
/// targets is expressed in the cell: all that follows rests on it. Of the others, what is refuted leaves: genes of a list, actions, edges,
/// and with an action whatever has no other support; and the context says what is supposed (<see cref="Suppositions"/>). The graph is
/// always whole (the released data is not always). Only what counts counts: a verdict from the claim's own source, or one that rests on a
/// claim which does not hold, changes nothing.
/// </summary>
public static class PublicationRule
{
    public const string Name = "vc-traces-2";

    /// <summary>What the reason of a withheld revision says before why.</summary>
    private const string Withheld = $"{Name} withheld it. ";

    /// <summary>How a withheld revision is kept: "As generated. vc-traces-2 withheld it. Contradicted: drug binds A (n1)."</summary>
    internal static string ReasonOf(string how, Publication.Discarded withheld) => $"{how}. {Withheld}{withheld.Reason}";

    /// <summary>Why it was withheld, of what <see cref="GenerationEvent.RevisionWritten.Reason"/> says: "Contradicted: drug binds A
    /// (n1)."</summary>
    public static string WhyWithheld(string reason) =>
        reason.IndexOf(Withheld, StringComparison.Ordinal) is >= 0 and var at ? reason[(at + Withheld.Length)..] : reason;

    /// <summary>Sources that must dispute a drug action before the explanation is withheld: one curated sign is wrong too often.</summary>
    public const int SourcesToWithhold = 2;

    public static Publication Apply(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var judgements = GraphJudgements.From(verdicts);
        if (ReasonToWithhold(graph, judgements) is { } reason) return new Publication.Discarded(reason);
        var genes = graph.Actions.Where(a => a is { Kind: ClaimKind.Expression, Id: not null })
            .SelectMany(a => (a["gene_list"]?.Texts ?? []).Select(gene => new Claim(a.Id!.Value, gene)))
            .Where(claim => IsRefuted(judgements[claim])).Distinct().ToList();
        ImmutableArray<NodeId> actions =
            [.. graph.Actions.Select(a => a.Id).OfType<NodeId>().Where(id => IsRefuted(judgements[new Claim(id)])).Distinct()];
        ImmutableArray<CausalEdge> edges =
            [.. graph.Edges.Where(e => IsRefuted(judgements[new Claim(e.Source, EdgeTarget: e.Target)]))];
        var supposed = Suppositions.For(graph, verdicts);
        if (genes.Count + actions.Length + edges.Length == 0)
            return supposed.IsEmpty ? new Publication.Unchanged()
                : new Publication.Pruned(Suppositions.WriteInto(graph, supposed), Supposing(supposed));
        var pruned = GraphPruning.WithoutGenes(graph, genes);
        var fallen = Consequences.From(pruned, new AssumedFalse([.. actions], [.. edges])).Fallen;
        pruned = GraphPruning.Without(pruned, [.. actions, .. fallen], [.. edges]);
        var sentence = Sentence(genes, actions, fallen, edges);
        return supposed.IsEmpty ? new Publication.Pruned(pruned, sentence)
            : new Publication.Pruned(Suppositions.WriteInto(pruned, supposed), $"{sentence} {Supposing(supposed)}");
    }

    private static string? ReasonToWithhold(ActionGraph graph, GraphJudgements judgements)
    {
        foreach (var action in graph.Actions)
            if (action.Id is { } id && IsDrugAction(graph, action, id))
            {
                var judgement = judgements[new Claim(id)];
                var isMissing = judgement.Telling?.Verifier == ExpressedVerifier.VerifierName;
                if (judgement.Kind == JudgementKind.Refuted && !isMissing)
                    return $"Contradicted: {Describe(action)} ({id}). {judgement.Telling!.Reason}";
                if (judgement.Kind == JudgementKind.Disputed && judgement.Sources >= SourcesToWithhold)
                    return $"Disputed by {judgement.Sources} independent sources: {Describe(action)} ({id}). {judgement.Telling!.Reason}";
            }
        return MissingTargets(graph, judgements);
    }

    /// <summary>The sentence that no target is expressed here; null where one is, or where it is not known of one.</summary>
    private static string? MissingTargets(ActionGraph graph, GraphJudgements judgements)
    {
        var effects = graph.Actions.Where(a => a.Id is { } id && IsDrugEffect(graph, a, id)).ToList();
        var missing = effects.ConvertAll(a => judgements[new Claim(a.Id!.Value)]);
        return missing.Count > 0 && missing.TrueForAll(
            j => j is { Kind: JudgementKind.Refuted, Telling.Verifier: ExpressedVerifier.VerifierName })
            ? $"The target is not expressed here. {string.Join(" ", missing.Select(j => j.Telling!.Reason).Distinct())}" : null;
    }

    /// <summary>A binding, or what the compound does to what it binds.</summary>
    internal static bool IsDrugAction(ActionGraph graph, ActionNode action, NodeId id) =>
        action.Kind == ClaimKind.Binding || (action.Kind == ClaimKind.Complex && Follows(graph, id, ClaimKind.Binding))
            || IsDrugEffect(graph, action, id);

    /// <summary>How what the compound binds moves, straight or by a complex that the compound holds.</summary>
    internal static bool IsDrugEffect(ActionGraph graph, ActionNode action, NodeId id) =>
        action.Kind is ClaimKind.MoleculeActivity or ClaimKind.Stability && (Follows(graph, id, ClaimKind.Binding)
            || graph.Edges.Any(e => e.Target == id && graph.Find(e.Source) is { Kind: ClaimKind.Complex }
                && Follows(graph, e.Source, ClaimKind.Binding)));

    private static bool Follows(ActionGraph graph, NodeId id, ClaimKind kind) =>
        graph.Edges.Any(e => e.Target == id && graph.Find(e.Source)?.Kind == kind);

    private static bool IsRefuted(ClaimJudgement judgement) => judgement.Kind == JudgementKind.Refuted;

    private static string Describe(ActionNode action) => action.Kind == ClaimKind.Binding
        ? $"{action.Text("actor")} binds {action.Text("target")}"
        : $"{action.Text("target")} {(action.Direction == Direction.Up ? "rises" : "falls")}";

    private static string Supposing(ImmutableArray<string> targets) =>
        $"{Name} wrote into the context what is supposed: {string.Join(", ", targets)} expressed, which nobody has measured here.";

    private static string Sentence(
        List<Claim> genes, ImmutableArray<NodeId> actions, ImmutableArray<NodeId> fallen, ImmutableArray<CausalEdge> edges)
    {
        var parts = new List<string>();
        if (genes.Count > 0)
            parts.Add($"{Count(genes.Count, "gene")} ({string.Join(", ", genes.Select(g => g.Member).Order(StringComparer.Ordinal))})");
        if (actions.Length > 0) parts.Add($"{Count(actions.Length, "claim")} ({string.Join(", ", actions)})");
        if (edges.Length > 0) parts.Add(Count(edges.Length, "link"));
        var others = fallen.Except(actions).Count();
        return $"{Name} took out what a measurement contradicts: {string.Join(", ", parts)}"
            + (others == 0 ? "." : $", and {Count(others, "claim")} that rested on it alone.");
    }

    private static string Count(int n, string one) => $"{n} {one}{(n == 1 ? "" : "s")}";
}
