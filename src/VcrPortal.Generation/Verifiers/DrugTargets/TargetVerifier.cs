using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <summary>
/// DTI: judges <c>binds_to</c>. A known target is supported; an unknown one is judged by the predictor where there is one, else
/// undetermined.
/// A known target that the engine read in the same table is looked up in the other imported sources (PrimeKG's targets, what a source
/// has the compound bind), then put to the predictor, for a verdict that is independent.
/// </summary>
/// <param name="imported">Null where nothing is imported.</param>
public sealed class TargetVerifier(
    KnowledgeIndex knowledge, EntityRecognizer recognizer, IAffinityPredictor? predictor, ImportedStatements? imported = null,
    Func<string, string?>? smilesOf = null)
    : IVerifier, INetworkUser
{
    public static VerifierRegistration Registration { get; } = new(
        data => new TargetVerifier(
            data.Index, data.Installed.Recognizer, data.Predictor, data.Imported, compound => SmilesIn(data.Installed.Snapshot, compound)),
        new DecisionTable("DTI", "`binds_to`",
            "a known target, from a source that the engine did not use (Tahoe-100M; PrimeKG's target relation; a binding; "
            + "that a compound acts on a protein is not enough); or predicted with a probability of at least 0.5",
            "predicted below 0.5", "no row and no predictor"));

    /// <summary>The threshold of Boltz-2's <c>affinity_probability_binary</c>, as VC-TRACES chose it.</summary>
    public const double Threshold = 0.5;

    public string Name => "DTI";
    public string Version => "2.0";

    /// <summary>A predictor may be a service; the tables are not.</summary>
    public bool UsesNetwork => predictor is { UsesNetwork: true };

    public async IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
            if (action is { Kind: ClaimKind.Binding, Id: { } id }) yield return await JudgeAsync(action, id, request, ct);
    }

    private async Task<Verdict> JudgeAsync(ActionNode action, NodeId id, VerificationRequest request, CancellationToken ct)
    {
        var actor = action.Text("actor") ?? "";
        var target = action.Text("target") ?? "";
        var used = request.SourcesOf(id);
        var compound = recognizer.Match(actor) is { Type: EntityTypes.Compound } match ? knowledge.Compound(match.Name) : null;
        var known = compound is null ? null : KnownRow(compound, target);
        Verdict Say(VerdictKind kind, string reason, ImmutableArray<EvidenceRow> rows, string data, double? score = null) =>
            IssueVerdict.From(
                this, new(id), request.TextOf(action), kind, reason, rows, used, data, score,
                score is null ? null : $"probability {Threshold}",
                score is null ? Strength.SameCompoundSameMolecule : Strength.Predicted);

        if (known is not null && !used.Contains(known.Source))
            return Say(VerdictKind.Supported, $"{target} is a known target of {compound!.Name}.", [known], knowledge.Knowledge.Version);
        if (Elsewhere(actor, target, used) is { IsEmpty: false } others)
            return Say(
                VerdictKind.Supported,
                $"{string.Join(" and ", others.Select(r => r.Source).Distinct())} "
                + $"{(others.Select(r => r.Source).Distinct().Count() > 1 ? "have" : "has")} {actor} bind {target}.",
                others, imported!.Version);
        var asked = predictor is null ? AffinityAnswer.CannotSay("No predictor is set up.")
            : await predictor.PredictAsync(QuestionOf(actor, compound, target, request.Question), ct);
        if (predictor is not null && asked.Predicted is { } predicted)
            return Say(predicted.Probability >= Threshold ? VerdictKind.Supported : VerdictKind.Refuted,
                $"Predicted: {actor} {(predicted.Probability >= Threshold ? "binds" : "does not bind")} {target}, probability "
                + $"{predicted.Probability:0.00}.",
                [new(predictor.Name, $"affinity_probability_binary {predicted.Probability:0.000}")], predictor.Name, predicted.Probability);
        return known is not null
            ? Say(VerdictKind.Supported,
                $"{target} is a known target of {compound!.Name}. The engine read it in the same table, so it does not count.", [known],
                knowledge.Knowledge.Version)
            : Say(VerdictKind.Undetermined, (compound is null ? $"No table here knows {actor}."
                : $"{target} is not among the known targets of {compound.Name}.") + $" {asked.Why}", [], knowledge.Knowledge.Version);
    }

    /// <summary>The record's own structure is that of what was asked about; else the knowledge may have one.</summary>
    private AffinityQuestion QuestionOf(string actor, Compound? compound, string target, Question question)
    {
        var own = question.Causes.FirstOrDefault(c => c.Actor == actor)?.Perturbation.Smiles;
        var symbol = recognizer.Match(target) is { Type: EntityTypes.Gene } gene ? gene.Name : target;
        return new(actor, compound?.Id?.ToString(), own is { Length: > 0 } ? own : smilesOf?.Invoke(compound?.Name ?? actor), symbol);
    }

    private static string? SmilesIn(KnowledgeSnapshot? snapshot, string compound) =>
        snapshot?.Find(EntityKind.Compound, compound) is { } found ? snapshot.Attribute(found, EntityAttribute.Smiles) : null;

    /// <summary>Rows of sources that the engine did not use for this claim.</summary>
    private ImmutableArray<EvidenceRow> Elsewhere(string actor, string target, ImmutableHashSet<string> used) =>
        imported is null || recognizer.Match(actor) is not { Type: EntityTypes.Compound } compound ? [] :
        [
            .. imported.From(
                EntityKind.Compound, compound.Name, said => said.Dataset != FactEvidence.Tahoe && !used.Contains(said.Dataset)
                && SaysTarget(said))
                .Where(s => imported.Genes(target).Contains(s.Target)).Take(6)
                    .Select(s => s.ToRow($"{s.Source} to {s.Target}: {s.Said.Record} {s.Said.Detail}".TrimEnd())),
        ];

    /// <summary>That a compound acts on a protein, as pathways draw it, does not say that it binds it: everolimus acts on MTOR.</summary>
    private static bool SaysTarget(Statement said) =>
        said.Kind == EdgeKind.Binds
            || (said.Dataset == KnowledgeDataset.PrimeKg && (said.Record == "target" || said.Detail == "target"));

    private EvidenceRow? KnownRow(Compound compound, string target)
    {
        var entity = recognizer.Match(target)?.Name ?? target;
        var members = knowledge.Group(entity)?.Members ?? [entity];
        var hits = compound.Targets.Where(members.Contains).ToList();
        return hits.Count == 0 ? null
            : new(FactEvidence.Tahoe, $"drug_metadata, {compound.SourceRow}: targets {string.Join(", ", compound.Targets)}",
            compound.Id?.ToString());
    }
}
