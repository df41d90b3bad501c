using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Sources;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Localisation;

/// <summary>
/// Localisation: judges <c>localises_to</c> by whether the protein has been seen in both compartments (a table of the Human Protein Atlas'
/// shape, PrimeKG's compartments, or UniProt where that is asked). Both: supported; the movement itself is not judged. One or none:
/// undetermined, because no list of places is complete. It never refutes.
/// </summary>
/// <param name="imported">Null where no table of places is imported.</param>
/// <param name="service">Asked for what no table has; null where it is not configured.</param>
public sealed class LocalisationVerifier(EntityRecognizer recognizer, ImportedStatements? imported, LocalisationService? service = null)
    : IVerifier, INetworkUser
{
    /// <summary>Without any of these, and without the service, there is nothing to judge by, and the claim is not testable.</summary>
    public static ImmutableArray<string> Datasets { get; } = [KnowledgeDataset.ProteinAtlas, KnowledgeDataset.PrimeKg];

    public static VerifierRegistration Registration { get; } = new(
        data => (data.Imported?.HasAny(Datasets) == true ? data.Imported : null) is var tables && tables is null && data.Places is null
            ? null : new LocalisationVerifier(data.Installed.Recognizer, tables, data.Places),
        new DecisionTable("Localisation", "`localises_to`", "the protein has been seen in both compartments", "never",
            "seen in one or none: no list of places is complete"));

    public string Name => "Localisation";
    public string Version => "1.1";
    public bool UsesNetwork => imported is null;

    private sealed record Seen(string Place, EvidenceRow Row);

    public async IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action is { Kind: ClaimKind.Localisation, Id: { } id })
                yield return await JudgeAsync(action, id, request.SourcesOf(id), ct);
        }
    }

    private async Task<Verdict> JudgeAsync(ActionNode action, NodeId id, ImmutableHashSet<string> used, CancellationToken ct)
    {
        var (entity, from, to) = (action.Text("entity") ?? "", action.Text("from_loc") ?? "", action.Text("to_loc") ?? "");
        string[] places = [from, to];
        var seen = InTables(entity);
        string? failure = null;
        if (Missing(places, seen) is not [] && service is not null && recognizer.Match(entity) is { Type: EntityTypes.Gene } gene)
        {
            var (more, why) = await AskAsync(service, gene.Name, ct);
            seen.AddRange(more);
            failure = why;
        }
        var missing = Missing(places, seen);
        var rows = seen.Where(s => places.Any(place => IsSame(place, s.Place))).Take(6).Select(s => s.Row);
        var reason = seen.Count == 0 ? $"Nothing here says where {entity} is."
            : missing is [] ? $"{entity} has been seen in both places. Whether it moves from one to the other is not judged."
            : $"Nothing here has {entity} in: {string.Join(", ", missing)}. That it is never there does not follow.";
        return IssueVerdict.From(
            this, new(id), ExplanationWriter.Write(action),
            seen.Count > 0 && missing is [] ? VerdictKind.Supported : VerdictKind.Undetermined,
            failure is null ? reason : $"{reason} {LocalisationService.ServiceName}: {failure}", [.. rows], used,
            imported?.Version ?? LocalisationService.ServiceName);
    }

    private static List<string> Missing(string[] places, List<Seen> seen) =>
        [.. places.Where(place => !seen.Exists(s => IsSame(place, s.Place))).Distinct()];

    private static bool IsSame(string a, string b) => Compartments.Named(a) == Compartments.Named(b);

    private List<Seen> InTables(string entity) => imported is null ? [] :
    [
        .. from gene in imported.Genes(entity)
           from said in imported.From(EntityKind.Gene, gene, SaysPlace)
           let place = imported.NameOf(EntityKind.Component, said.Target)
           let record = said.Said.Kind == EdgeKind.LocatedIn ? $" ({said.Said.Record})" : ""
           select new Seen(place, said.ToRow($"{said.Source} is seen in: {place}{record}")),
    ];

    private static async Task<(IEnumerable<Seen> Found, string? Failure)> AskAsync(
        LocalisationService service, string gene, CancellationToken ct)
    {
        try
        {
            return ((await service.PlacesOfAsync(gene, ct)).Select(place => new Seen(place, new(
                LocalisationService.ServiceName, $"{gene} is seen in: {place}"))), null);
        }
        catch (SourceUnavailableException unavailable)
        {
            return ([], unavailable.Message);
        }
    }

    private static bool SaysPlace(Statement said) =>
        said.Kind == EdgeKind.LocatedIn || said is { Dataset: KnowledgeDataset.PrimeKg, Record: "cellcomp_protein" };
}
