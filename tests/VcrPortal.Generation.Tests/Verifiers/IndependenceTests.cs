using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Verifiers;

/// <summary>The engine does not grade itself: where only its own sources speak, there is no score.</summary>
public class IndependenceTests
{
    [DataTheory]
    [InlineData("Bortezomib")]
    public async Task CompoundWhoseOnlyEvidenceIsTheEnginesOwn_HasNoIndependentVerdict_AndNoScore(string compound)
    {
        var trace = await GeneratedTrace.RunAsync(
            GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync()),
            new([new("A549")], [new(PerturbationKind.Chemical, compound)]));
        // The evidence pack is no source of the engine: what its checks say is left out here.
        var counts = CountVerdicts.In(
            trace.Graph,
            [.. trace.Verdicts.Where(v => !VerifierRegistry.OverEvidence.Any(o => o.Tables.Any(t => t.Verifier == v.Verifier)))]);
        Assert.True(trace.Graph.IsValid && counts.SameSource > 0);
        Assert.Contains(trace.Verdicts, v => v is { Kind: VerdictKind.Supported, SameSource: true });
        Assert.Equal((0, 0, 0), (counts.Supported, counts.Refuted, counts.Judged));
        Assert.Null(new Share(counts.Supported, counts.Judged).Value);
    }
}
