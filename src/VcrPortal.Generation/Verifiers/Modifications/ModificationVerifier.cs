using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Arguments;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Modifications;

/// <summary>
/// PTM: judges <c>post_translational_modification</c> at a named site against SIGNOR. The enzymes that act on that site are known; where
/// the graph has one of
/// them rise or fall, the modification should follow (a phosphatase the other way round). Follows: supported. Goes against it: disputed.
/// Site not
/// listed, no enzyme of it in the graph, or enzymes that pull both ways: undetermined.
/// </summary>
public sealed class ModificationVerifier(ImportedStatements imported) : IVerifier
{
    public static VerifierRegistration Registration { get; } = VerifierRegistration.OverImports(
        imported => new ModificationVerifier(imported), [],
        new DecisionTable("PTM", "`post_translational_modification`",
            "an enzyme of that site in SIGNOR goes the way that the claim needs; rests on the enzyme's claim",
            "never; disputed: it goes the other way", "site not listed; no such enzyme in the graph; enzymes that pull both ways"));

    public string Name => "PTM";
    public string Version => "2.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action is { Kind: ClaimKind.Modification, Id: { } id, Direction: not null }) yield return Judge(
                action, id, request);
        }
    }

    private Verdict Judge(ActionNode action, NodeId id, VerificationRequest request)
    {
        var (protein, kind) = (action.Text("protein"), action.Text("mod_type")?.ToLowerInvariant() ?? "");
        var sites = Site.Parse(action.Text("site"));
        var rows = imported.Genes(protein)
            .SelectMany(
            gene => imported.To(EntityKind.Gene, gene, said => said.Dataset == KnowledgeDataset.Signor && EffectOn(kind, said.Kind) != 0))
            .Where(s => Site.Parse(s.Said.Detail).Any(sites.Contains)).ToList();
        Verdict Say(VerdictKind verdict, string reason, IEnumerable<PairStatement> shown, NodeId? restsOn = null) =>
            IssueVerdict.From(this, new(id), request.TextOf(action), verdict, reason,
            [.. shown.Take(6)
                .Select(r =>
                r.ToRow($"{r.Source} {r.Said.Kind.ToString().ToLowerInvariant()} {r.Target} at {r.Said.Detail}: {r.Said.Record}"))],
                    request.SourcesOf(id), imported.Version, restsOn: restsOn);

        if (rows.Count == 0) return Say(
            VerdictKind.Undetermined,
            $"SIGNOR lists no {(kind.Length == 0 ? "modification" : kind)} of {protein} at {action.Text("site") ?? "a named site"}.", []);
        var wanted = action.Direction == Direction.Up ? 1 : -1;
        var moved = rows.Select(row =>
        {
            var enzyme = SignedOutputs.ChangeOf([row.Source, .. Groups(row.Source)], action, request.Graph, imported.Recognizer);
            return (Row: row, Sign: enzyme.Sign * EffectOn(kind, row.Said.Kind), enzyme.By);
        }).Where(r => r.Sign != 0).ToList();
        if (moved.Count == 0) return Say(
            VerdictKind.Undetermined, $"SIGNOR knows this site of {protein}, but the graph says nothing of an enzyme that acts on it.",
            rows);
        if (moved.Select(m => m.Sign).Distinct().Count() > 1) return Say(
            VerdictKind.Undetermined, "Enzymes of this site pull both ways in the graph.", moved.Select(m => m.Row));
        return moved[0].Sign == wanted
            ? Say(VerdictKind.Supported, $"{moved[0].Row.Source} acts on this site in SIGNOR, and goes the way that the claim needs.",
                moved.Select(m => m.Row), moved[0].By)
            : Say(VerdictKind.Disputed, $"{moved[0].Row.Source} acts on this site in SIGNOR, and by the graph goes the other way.",
                moved.Select(m => m.Row), moved[0].By);
    }

    /// <summary>Groups in which the graph may name this enzyme: ERK for MAPK1.</summary>
    private IEnumerable<string> Groups(string gene) =>
        imported.From(EntityKind.Gene, gene, said => said.Kind is EdgeKind.IsA or EdgeKind.PartOf).Select(s => s.Target);

    /// <summary>+1 where this statement adds what the claim speaks of, -1 where it takes it away, 0 where it is about something
    /// else.</summary>
    private static int EffectOn(string kind, EdgeKind said) => (kind, said) switch
    {
        ("phosphorylation", EdgeKind.Phosphorylates) => 1,
        ("phosphorylation", EdgeKind.Dephosphorylates) => -1,
        ("dephosphorylation", EdgeKind.Dephosphorylates) => 1,
        ("dephosphorylation", EdgeKind.Phosphorylates) => -1,
        ("ubiquitination" or "ubiquitylation", EdgeKind.Ubiquitinates) => 1,
        _ => 0,
    };
}
