using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Tests.Verification;

/// <summary>The laws of the one judgement that everything uses.</summary>
public class ClaimJudgementTests
{
    private static readonly Gen<Verdict> AnyVerdict =
        from kind in Gen.Elements(Enum.GetValues<VerdictKind>())
        from own in Gen.Elements(true, false)
        from strength in Gen.Elements(Enum.GetValues<Strength>())
        from action in Gen.Elements("n1", "n2", "n3")
        from rests in Gen.Elements(null, "n1", "n2", "n3", "n9")
        select Says(action, kind, strength, rests) with { SameSource = own };

    private static readonly Arbitrary<Verdict[]> Verdicts = Gen.ArrayOf(AnyVerdict).ToArbitrary();

    [Fact]
    public void SilentSource_NeverChangesAJudgement() => Prop.ForAll(Verdicts, verdicts =>
    {
        var (before, after) = (
            GraphJudgements.From([.. verdicts]),
                GraphJudgements.From([.. verdicts, Says("n1", VerdictKind.Undetermined, Strength.Curated)]));
        var was = before.OfAction(new("n1")).Kind;
        return Ids.All(id => Same(before.OfAction(id), after.OfAction(id))
            || (id.Value == "n1" && was == JudgementKind.NotTestable && after.OfAction(id).Kind == JudgementKind.Undetermined));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ConditionalVerdict_NeverCountsWhenItsConditionFails() => Prop.ForAll(Verdicts, verdicts =>
    {
        var judgements = GraphJudgements.From([.. verdicts]);
        var met = verdicts.Where(v => v.RestsOn is not { } claim || judgements.OfAction(claim).Kind == JudgementKind.Supported);
        return Ids.All(id => judgements.OfAction(id).IsJudged == ClaimJudgement.From(
            met.Where(v => v.Claim.Action == id).Select(v => v with { RestsOn = null })).IsJudged || IsInACircle(id, verdicts));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SameSource_NeverDecides() => Prop.ForAll(Verdicts, verdicts =>
        !ClaimJudgement.From(verdicts.Select(v => v with { SameSource = true })).IsJudged).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_DoesNotMatter() => Prop.ForAll(Verdicts, verdicts =>
        Ids.All(id => Same(
            GraphJudgements.From([.. verdicts]).OfAction(id), GraphJudgements.From([.. verdicts.Reverse()]).OfAction(id))))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Strength.MeasuredHere, Strength.Curated, JudgementKind.Supported)]
    [InlineData(Strength.Curated, Strength.Curated, JudgementKind.Disputed)]
    [InlineData(Strength.Curated, Strength.SameCompoundSameMolecule, JudgementKind.Disputed)]
    public void Dispute_OutweighsWhatIsNotStronger(Strength support, Strength dispute, JudgementKind expected) => Assert.Equal(
        expected, ClaimJudgement.From([Says("n1", VerdictKind.Supported, support), Says("n1", VerdictKind.Disputed, dispute)]).Kind);

    [Fact]
    public void Refutation_OutweighsADispute() => Assert.Equal(
        JudgementKind.Refuted,
        ClaimJudgement.From(
            [Says("n1", VerdictKind.Disputed, Strength.Curated), Says("n1", VerdictKind.Refuted, Strength.MeasuredHere)]).Kind);

    [Fact]
    public void ChainOfConditions_CountsToItsEnd_AndFallsWithItsBeginning()
    {
        ImmutableArray<Verdict> chain =
        [
            Says("n3", VerdictKind.Supported, Strength.Curated, "n2"), Says("n2", VerdictKind.Supported, Strength.Curated, "n1"),
            Says("n1", VerdictKind.Supported, Strength.SameCompoundSameMolecule),
        ];
        Assert.Equal(JudgementKind.Supported, GraphJudgements.From(chain).OfAction(new("n3")).Kind);
        var broken = GraphJudgements.From([.. chain, Says("n1", VerdictKind.Disputed, Strength.SameCompoundSameMolecule)]);
        Assert.Equal((JudgementKind.Dependent, new NodeId("n2")), (broken.OfAction(new("n3")).Kind, broken.OfAction(new("n3")).RestsOn));
        Assert.Equal(JudgementKind.Dependent, broken.OfAction(new("n2")).Kind);
    }

    [Fact]
    public void ClaimsThatRestOnEachOther_HoldNothingUp() => Assert.Equal(
        JudgementKind.Dependent,
        GraphJudgements.From(
            [Says("n1", VerdictKind.Supported, Strength.Curated, "n2"), Says("n2", VerdictKind.Supported, Strength.Curated, "n1")])
            .OfAction(new("n1")).Kind);

    [Fact]
    public void Sources_AreCountedOnce_HoweverManyVerdictsTheyGive()
    {
        Verdict From(string source) =>
            Says("n1", VerdictKind.Supported, Strength.Curated) with { Rows = [new(source, "row")] };
        Assert.Equal(2, ClaimJudgement.From([From("A"), From("B"), From("A")]).Sources);
    }

    private static NodeId[] Ids => [new("n1"), new("n2"), new("n3")];

    private static bool Same(ClaimJudgement one, ClaimJudgement other) =>
        (one.Kind, one.Strength, one.Sources) == (other.Kind, other.Strength, other.Sources);

    // Where claims rest on each other, which of them is met is settled by none holding first.
    private static bool IsInACircle(NodeId id, Verdict[] verdicts)
    {
        var reached = new HashSet<NodeId>();
        var open = new Queue<NodeId>([id]);
        while (open.TryDequeue(out var at))
            foreach (var next in verdicts.Where(v => v.Claim.Action == at).Select(v => v.RestsOn).OfType<NodeId>())
                if (next == id) return true;
                else if (reached.Add(next)) open.Enqueue(next);
        return false;
    }

    private static Verdict Says(string action, VerdictKind kind, Strength strength, string? restsOn = null) =>
        new(new Claim(new NodeId(action)), kind, "V", "1", "r", [], false, "1", "h", Strength: strength,
            RestsOn: restsOn is null ? null : new NodeId(restsOn));
}
