using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Verifiers.DrugActions;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.Exomes;
using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Generation.Verifiers.Footprints;
using VcrPortal.Generation.Verifiers.GeneExpression;
using VcrPortal.Generation.Verifiers.Genotypes;
using VcrPortal.Generation.Verifiers.Localisation;
using VcrPortal.Generation.Verifiers.Membership;
using VcrPortal.Generation.Verifiers.Modifications;
using VcrPortal.Generation.Verifiers.Phenotypes;
using VcrPortal.Generation.Verifiers.Processes;
using VcrPortal.Generation.Verifiers.Regulons;
using VcrPortal.Generation.Verifiers.Signatures;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Generation.Verifiers.Stability;
using VcrPortal.Generation.Verifiers.Transcripts;
using VcrPortal.Generation.Verifiers.Viability;

namespace VcrPortal.Generation.Verifiers;

/// <summary>What verifiers can judge by.</summary>
/// <param name="Imported">Null where nothing is imported.</param>
/// <param name="Predictor">Null where none is configured.</param>
/// <param name="Places">Null where none is configured.</param>
public sealed record VerifierData(
    InstalledKnowledge Installed, KnowledgeIndex Index, SignedGraph Graph, ImportedStatements? Imported, IAffinityPredictor? Predictor,
    LocalisationService? Places = null)
{
    /// <summary>The evidence pack, which no engine reads.</summary>
    public PackEvidence Evidence { get; } = new(() => EvidencePack.Embedded, Index, Installed.Recognizer);
}

/// <summary>A verifier as its own class registers it.</summary>
/// <param name="Create">Null where the data that it judges by is not there.</param>
/// <param name="Tables">How it decides, in words: the one line of documentation that a verifier needs.</param>
public sealed record VerifierRegistration(Func<VerifierData, IVerifier?> Create, params ImmutableArray<DecisionTable> Tables)
{
    /// <summary>A verifier over imported statements.</summary>
    /// <param name="datasets">It needs rows of any of these; empty when any import will do.</param>
    public static VerifierRegistration OverImports(
        Func<ImportedStatements, IVerifier> create, ImmutableArray<string> datasets, params ImmutableArray<DecisionTable> tables) =>
        new(data => data.Imported is { } imported && (datasets.IsEmpty || imported.HasAny(datasets)) ? create(imported) : null, tables);
}

/// <summary>All verifiers of this program, in the order in which they judge. A new one is a class of its own folder, with its table, and a
/// line here.</summary>
public static class VerifierRegistry
{
    public static ImmutableArray<VerifierRegistration> All { get; } =
    [
        TargetVerifier.Registration, GenotypeVerifier.Registration, SignCoherenceVerifier.Registration,
        .. OverEvidence,
        RegulonVerifier.Registration, ModificationVerifier.Registration, StabilityVerifier.Registration, MembershipVerifier.Registration,
        LocalisationVerifier.Registration, PhenotypeVerifier.Registration, ExpressionVerifier.Registration,
    ];

    /// <summary>Those that judge by the evidence pack alone.</summary>
    public static ImmutableArray<VerifierRegistration> OverEvidence =>
    [
        DrugActionVerifier.Registration, ExpressedVerifier.Registration, SignedStepVerifier.Registration, FootprintVerifier.Registration,
        ProcessVerifier.Registration,
        SignatureVerifier.Registration, DrawnModificationVerifier.Registration,
        ViabilityVerifier.Registration, ExomeVerifier.Registration, TranscriptVerifier.Registration,
    ];
}
