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
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Generation.Verifiers.Stability;
using VcrPortal.Generation.Verifiers.Viability;

namespace VcrPortal.Generation.Verifiers;

/// <summary>What verifiers can judge by.</summary>
/// <param name="Imported">Null where nothing is imported.</param>
/// <param name="Predictor">Null where none is configured.</param>
public sealed record VerifierData(
    InstalledKnowledge Installed, KnowledgeIndex Index, SignedGraph Graph, ImportedStatements? Imported, IAffinityPredictor? Predictor)
{
    /// <summary>The evidence pack, which no engine reads.</summary>
    public PackEvidence Evidence { get; } = new(() => EvidencePack.Embedded, Index, Installed.Recognizer);
}

/// <summary>A verifier as it is registered.</summary>
/// <param name="Create">Null where the data that it judges by is not there.</param>
public sealed record VerifierRegistration(Func<VerifierData, IVerifier?> Create)
{
    /// <summary>A verifier over imported statements.</summary>
    /// <param name="datasets">It needs rows of any of these; empty when any import will do.</param>
    public static VerifierRegistration OverImports(Func<ImportedStatements, IVerifier> create, ImmutableArray<string> datasets = default) =>
        new(data => data.Imported is { } imported && (datasets.IsDefaultOrEmpty || imported.HasAny(datasets)) ? create(imported) : null);
}

/// <summary>All verifiers of this program, in the order in which they judge.</summary>
public static class VerifierRegistry
{
    public static ImmutableArray<VerifierRegistration> All { get; } =
    [
        new(data => new TargetVerifier(data.Index, data.Installed.Recognizer, data.Predictor, data.Imported)),
        new(data => new GenotypeVerifier(data.Index, data.Installed.Recognizer)),
        new(data => new SignCoherenceVerifier(data.Installed.Base, data.Graph, data.Installed.Recognizer)),
        new(data => new DrugActionVerifier(data.Evidence)),
        new(data => new ExpressedVerifier(data.Evidence)),
        new(data => new SignedStepVerifier(data.Evidence)),
        new(data => new FootprintVerifier(data.Evidence)),
        new(data => new ProcessVerifier(data.Evidence)),
        new(data => new ViabilityVerifier(data.Evidence)),
        new(data => new ExomeVerifier(data.Evidence)),
        VerifierRegistration.OverImports(imported => new RegulonVerifier(imported)),
        VerifierRegistration.OverImports(imported => new ModificationVerifier(imported)),
        VerifierRegistration.OverImports(imported => new StabilityVerifier(imported)),
        VerifierRegistration.OverImports(imported => new MembershipVerifier(imported)),
        VerifierRegistration.OverImports(imported => new LocalisationVerifier(imported), LocalisationVerifier.Datasets),
        VerifierRegistration.OverImports(imported => new PhenotypeVerifier(imported), PhenotypeVerifier.Datasets),
        new(data => data.Installed.Expression is { } tables ? new ExpressionVerifier(tables, data.Installed.Recognizer) : null),
    ];
}
