using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers.DrugActions;
using VcrPortal.Generation.Verifiers.Exomes;
using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Generation.Verifiers.Footprints;
using VcrPortal.Generation.Verifiers.Processes;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Generation.Verifiers.Viability;

namespace VcrPortal.Generation.Verifiers.Evidence;

/// <summary>The decision tables of the verifiers over the evidence pack. Each stands in the folder of its verifier.</summary>
public static class EvidenceVerifiers
{
    public static ImmutableArray<DecisionTable> Tables { get; } =
    [
        DrugActionVerifier.Table, ExpressedVerifier.Table, SignedStepVerifier.Table, FootprintVerifier.Table, ProcessVerifier.Table,
        ViabilityVerifier.Table, ExomeVerifier.Table,
    ];
}
