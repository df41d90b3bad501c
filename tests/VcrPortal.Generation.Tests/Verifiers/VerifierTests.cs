using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Verifiers.Genotypes;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers;

/// <summary>The decision tables of the verifiers, a row each, and the independence rule.</summary>
public class VerifierTests
{
    private static readonly KnowledgeBase Knowledge = SmallKnowledge.From("A + B WP1", "B + C WP1", "B - C WP2", "TF1 => G1 WP1")
        .With(new DriverAlteration("A", "V600E", AlterationEffect.GainOfFunction, "Oncogene"),
            new DriverAlteration("B", null, AlterationEffect.Unknown, "Suppressor"));

    private sealed class FixedPredictor(double probability) : IAffinityPredictor
    {
        public string Name => "Boltz-2";
        public bool UsesNetwork => true;
        public Task<AffinityAnswer> PredictAsync(AffinityQuestion question, CancellationToken ct) =>
            Task.FromResult<AffinityAnswer>(new PredictedAffinity(probability, null));
    }

    private static async Task<ImmutableArray<Verdict>> VerifyAsync(IVerifier verifier, string text, string? usedSource = null)
    {
        var graph = ExplanationReader.Read(text).Graph;
        var evidence =
            new EvidenceIndex(usedSource is null ? [] : [new(1, usedSource, "1", null, "t", "p", null, "CC0", TrustTier.Curated)]);
        var citations = graph.Actions.Select(a => a.Id!.Value).Append(Claim.ContextId)
            .ToImmutableDictionary(id => id, _ => usedSource is null ? ImmutableArray<int>.Empty : [1]);
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        var request = new VerificationRequest(new(new([], []), [], null, [], []), graph, citations, evidence);
        await foreach (var verdict in verifier.VerifyAsync(request, CancellationToken.None)) verdicts.Add(verdict);
        return verdicts.ToImmutable();
    }

    private static TargetVerifier Dti(IAffinityPredictor? predictor = null) =>
        new(new KnowledgeIndex(Knowledge), new(Knowledge), predictor);
    private static GenotypeVerifier Genotype() => new(new KnowledgeIndex(Knowledge), new(Knowledge));
    private static SignCoherenceVerifier Signs() => new(Knowledge, new SignedGraph(Knowledge), new(Knowledge));

    private static string Binding(string target) => $"""binds_to(id="n1", actor="drugA", target="{target}")""";

    [Fact]
    public async Task Dti_KnownTarget_IsSupported() =>
        Assert.True(Assert.Single(await VerifyAsync(Dti(), Binding("A"))) is { Kind: VerdictKind.Supported, IsIndependent: true });

    [Fact]
    public async Task Dti_KnownTargetReadFromTheSameTable_DoesNotCount() =>
        Assert.True(
            Assert.Single(
            await VerifyAsync(Dti(), Binding("A"), FactEvidence.Tahoe)) is
            {
                Kind: VerdictKind.Supported, SameSource: true,
                IsIndependent: false
            });

    [Fact]
    public async Task Dti_KnownTargetReadFromTheSameTable_IsPutToThePredictor() =>
        Assert.True(
            Assert.Single(
            await VerifyAsync(Dti(new FixedPredictor(0.8)), Binding("A"), FactEvidence.Tahoe)) is
            {
                Kind: VerdictKind.Supported,
                SameSource: false, Score: 0.8
            });

    [Theory]
    [InlineData(0.5, VerdictKind.Supported)]
    [InlineData(0.49, VerdictKind.Refuted)]
    public async Task Dti_UnknownTarget_IsJudgedByThePredictorAtOneHalf(double probability, VerdictKind expected) =>
        Assert.Equal(expected, Assert.Single(await VerifyAsync(Dti(new FixedPredictor(probability)), Binding("C"))).Kind);

    [Fact]
    public async Task Dti_UnknownTargetWithoutPredictor_IsUndetermined_NeverRefuted() =>
        Assert.Equal(VerdictKind.Undetermined, Assert.Single(await VerifyAsync(Dti(), Binding("C"))).Kind);

    [Theory]
    [InlineData("A V600E GoF", VerdictKind.Supported)]
    [InlineData("A LoF", VerdictKind.Refuted)]
    [InlineData("C GoF", VerdictKind.Refuted)]
    [InlineData("B LoF", VerdictKind.Undetermined)]
    public async Task Genotype_FollowsItsTable(string stated, VerdictKind expected) =>
        Assert.Equal(
            expected, Assert.Single(await VerifyAsync(Genotype(), $"""set_context(cell_type="LINE1", genotype="{stated}")""")).Kind);

    [Fact]
    public async Task Genotype_OfALineThatIsNotInTheTable_IsUndetermined() =>
        Assert.Equal(
            VerdictKind.Undetermined,
            Assert.Single(await VerifyAsync(Genotype(), """set_context(cell_type="ELSE", genotype="A GoF")""")).Kind);

    [Fact]
    public async Task Genotype_JudgesEachAlterationByItself() =>
        Assert.Equal(
            [VerdictKind.Supported, VerdictKind.Refuted],
            (await VerifyAsync(Genotype(), """set_context(cell_type="LINE1", genotype="A GoF, C LoF")""")).Select(v => v.Kind));

    private static string Chain(string first, string firstWay, string second, string secondWay) => $"""
        modulates_molecule_activity(id="n1", target="{first}", direction="{firstWay}")
        modulates_molecule_activity(id="n2", target="{second}", direction="{secondWay}")
        edge("n1", "n2", relation="causal")
        """;

    [Theory]
    [InlineData("A", "down", "B", "down", VerdictKind.Supported)]
    [InlineData("A", "down", "B", "up", VerdictKind.Disputed)]
    [InlineData("B", "down", "C", "down", VerdictKind.Undetermined)]
    [InlineData("A", "down", "C", "down", VerdictKind.Undetermined)]
    public async Task Sign_FollowsWhatTheSourcesSayOfThePair(
        string first, string firstWay, string second, string secondWay, VerdictKind expected)
    {
        var verdict = Assert.Single(await VerifyAsync(Signs(), Chain(first, firstWay, second, secondWay)));
        Assert.Equal(expected, verdict.Kind);
        Assert.Equal(new Claim(new("n1"), EdgeTarget: new("n2")), verdict.Claim);
    }

    [Fact]
    public async Task Sign_OfACorrelativeEdge_IsNotJudged() =>
        Assert.Empty(await VerifyAsync(Signs(), Chain("A", "down", "B", "up").Replace("causal", "correlative", StringComparison.Ordinal)));
}
