using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Tests.Pipeline.Refinement;

/// <summary>A measurement made up for tests: what binds, what rises and falls, and which pairs go together. Of all else it is
/// silent.</summary>
internal sealed record Measured(
    ImmutableHashSet<string> Targets, ImmutableDictionary<string, Direction> Ways, ImmutableHashSet<(string, string)> Unlinked) : IVerifier
{
    public const string Source = "Test measurement";

    public static Measured Truth { get; } = new(
        ["MAP2K1", "MAP2K2"],
        ImmutableDictionary<string, Direction>.Empty.Add("MAP2K1", Direction.Down).Add("MAPK1", Direction.Down)
            .Add("DUSP6", Direction.Down).Add("CCND1", Direction.Down).Add("TYR", Direction.Up),
        []);

    public string Name => "Measured";
    public string Version => "1";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request.Graph).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(ActionGraph graph)
    {
        foreach (var action in graph.Actions)
            switch (action.Kind)
            {
                case ClaimKind.Binding: yield return Say(new(action.Id!.Value), Targets.Contains(action.Text("target")!)); break;
                case ClaimKind.MoleculeActivity when Way(action, action.Text("target")!) is { } isSo:
                    yield return Say(new(action.Id!.Value), isSo);
                    break;
                case ClaimKind.Expression:
                    foreach (var gene in action["gene_list"]!.Texts)
                        if (Way(action, gene) is { } isSo) yield return Say(new(action.Id!.Value, gene), isSo);
                    break;
            }
        foreach (var edge in graph.Edges.Where(e => e.Relation == CausalRelation.Causal))
            if (Unlinked.Contains((edge.Source.Value, edge.Target.Value))) yield return
                Say(new(edge.Source, EdgeTarget: edge.Target), false);
    }

    private bool? Way(ActionNode action, string entity) =>
        Ways.TryGetValue(entity, out var way) ? way == action.Direction : null;

    private static Verdict Say(Claim claim, bool isSo) => new(
        claim, isSo ? VerdictKind.Supported : VerdictKind.Refuted, "Measured", "1", isSo ? "Measured so." : "Measured otherwise.",
        [new(Source, "a row")], SameSource: false, "1", "hash", Strength: Strength.MeasuredHere);
}
