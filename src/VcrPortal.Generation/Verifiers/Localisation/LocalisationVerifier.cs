using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Localisation;

/// <summary>
/// Localisation: judges <c>localises_to</c> by whether the protein has been seen in both compartments (a table of the Human Protein Atlas'
/// shape, or PrimeKG's compartments). Both: supported; the movement itself is not judged. One or none: undetermined, because no list of
/// places is complete. It never refutes.
/// </summary>
public sealed class LocalisationVerifier(ImportedStatements imported) : IVerifier
{
    /// <summary>Without any of these there is nothing to judge by, and the claim is not testable.</summary>
    public static ImmutableArray<string> Datasets { get; } = [KnowledgeDataset.ProteinAtlas, KnowledgeDataset.PrimeKg];

    public static VerifierRegistration Registration { get; } = VerifierRegistration.OverImports(
        imported => new LocalisationVerifier(imported), Datasets,
        new DecisionTable("Localisation", "`localises_to`", "the protein has been seen in both compartments", "never",
            "seen in one or none: no list of places is complete"));

    public string Name => "Localisation";
    public string Version => "1.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action is { Kind: ClaimKind.Localisation, Id: { } id }) yield return Judge(action, id, request.SourcesOf(id));
        }
    }

    private Verdict Judge(ActionNode action, NodeId id, ImmutableHashSet<string> used)
    {
        var (entity, from, to) = (action.Text("entity") ?? "", action.Text("from_loc") ?? "", action.Text("to_loc") ?? "");
        var seen = imported.Genes(entity).SelectMany(gene => imported.From(EntityKind.Gene, gene, SaysPlace))
            .Select(s => (Said: s, Place: imported.NameOf(EntityKind.Component, s.Target))).ToList();
        ImmutableArray<string> missing =
            [.. new[] { from, to }.Where(place => !seen.Any(s => Compartments.Named(s.Place) == Compartments.Named(place))).Distinct()];
        var rows = seen.Where(s => new[] { from, to }.Any(place => Compartments.Named(place) == Compartments.Named(s.Place))).Take(6)
            .Select(s =>
                s.Said.ToRow(
                    $"{s.Said.Source} is seen in: {s.Place}{(s.Said.Said.Kind == EdgeKind.LocatedIn ? $" ({s.Said.Said.Record})" : "")}"));
        var reason = seen.Count == 0 ? $"No table here says where {entity} is."
            : missing.IsEmpty ? $"{entity} has been seen in both places. Whether it moves from one to the other is not judged."
            : $"No table here has {entity} in: {string.Join(", ", missing)}. That it is never there does not follow.";
        return IssueVerdict.From(
            this, new(id), ExplanationWriter.Write(action), seen.Count > 0 && missing.IsEmpty ? VerdictKind.Supported
            : VerdictKind.Undetermined, reason, [.. rows], used, imported.Version);
    }

    private static bool SaysPlace(Statement said) =>
        said.Kind == EdgeKind.LocatedIn || said is { Dataset: KnowledgeDataset.PrimeKg, Record: "cellcomp_protein" };
}
