using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Revisions.Effects;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Revisions.Effects;

public class SideEffectsTests
{
    private const string Up = """target="MAP2K1", direction="up")""", Down = """target="MAP2K1", direction="down")""";

    [Fact]
    public void SideEffects_OfAFlippedSign_AreTheClaimsThatNoLongerFollow_AndTheSentencesThatContradict()
    {
        var (before, after) = (Read(Samples.Text), Read(Samples.Text.Replace(Down, Up, StringComparison.Ordinal)));
        var effects = SideEffects.For(before, after, "Binimetinib inhibits MAP2K1. CCND1 is a cyclin. It lowers MAP2K1 activity.");
        var lost = effects.OfType<SideEffect.SignLost>().ToList();
        Assert.Equal(["n3", "n4"], lost.Select(e => e.Claim.Value));
        Assert.Equal([Direction.Up, null], lost.Select(e => e.Opposite)); // a phenotype is induced, whatever the direction
        Assert.Equal(
            ["Binimetinib inhibits MAP2K1.", "It lowers MAP2K1 activity."],
            effects.OfType<SideEffect.ReportContradicts>().Select(e => e.Quote));
        Assert.Equal(["n2"], SideEffects.ToCheckAgain(before, after).Select(id => id.Value));
        Assert.Empty(SideEffects.For(before, before, "Binimetinib inhibits MAP2K1."));
    }

    [Fact]
    public void SideEffects_AreGone_OnceTargetAndSentenceAreMended()
    {
        var before = Read(Samples.Text);
        var after = Read(Samples.Text.Replace(Down, Up, StringComparison.Ordinal)
            .Replace("""gene_list=["CCND1", "DUSP6"], direction="down")""", """gene_list=["CCND1", "DUSP6"], direction="up")""",
                StringComparison.Ordinal).Replace(Samples.Edges[2], "", StringComparison.Ordinal));
        var effect = Assert.Single(SideEffects.For(before, after, "MAP2K1 [n2] is expected to rise, and MAPK1 falls."));
        Assert.Equal("n4", Assert.IsType<SideEffect.RouteLost>(effect).Claim.Value);
    }

    [Fact]
    public void SideEffects_OfALinkThatIsCut_AreTheRoutesThatAreLost()
    {
        var after = Read(Samples.Text.Replace(Samples.Edges[2], "", StringComparison.Ordinal));
        Assert.Contains(
            "nothing that leads to it", Assert.Single(SideEffects.For(Read(Samples.Text), after, "")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void SideEffects_OfAReason_NameTheClaimWhoseReasonSaysOtherwise()
    {
        var text = Samples.Text.Replace(
            """gene_list=["CCND1", "DUSP6"], direction="down")""",
            """gene_list=["CCND1", "DUSP6"], direction="down", via="MAP2K1 activates them")""", StringComparison.Ordinal);
        var effects = SideEffects.For(Read(text), Read(text.Replace(Down, Up, StringComparison.Ordinal)), "");
        var reason = Assert.Single(effects.OfType<SideEffect.ReasonContradicts>());
        Assert.Equal("n3", reason.Claim.Value);
        Assert.Contains("“MAP2K1 activates them”", reason.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void SideEffects_OfAClaimThatIsGone_AreTheSentencesThatStillTellOfIt()
    {
        var after = Read(string.Join('\n', Samples.Actions[..4]) + "\n" + Samples.Edges[0] + "\n" + Samples.Edges[1]);
        var told = Assert.Single(SideEffects.For(Read(Samples.Text), after, "Apoptosis rises [n4]. MAP2K1 falls [n2]."));
        Assert.Equal("Apoptosis rises [n4].", Assert.IsType<SideEffect.ReportContradicts>(told).Quote);
    }

    [Fact]
    public void InReport_JudgesEachSentence_ByTheGraphThatItWasWrittenFor()
    {
        var (falls, rises) = (Read(Samples.Text), Read(Samples.Text.Replace(Down, Up, StringComparison.Ordinal)));
        ToldReport first = new("Binimetinib inhibits MAP2K1. CCND1 is a cyclin.", falls);
        ToldReport second = new("Binimetinib inhibits MAP2K1. MAP2K1 is expected to rise.", rises);
        Assert.Equal(["Binimetinib inhibits MAP2K1."], SideEffects.InReport([first, second], rises).Select(e => e.Quote));
        Assert.Equal(["MAP2K1 is expected to rise."], SideEffects.InReport([first, second], falls).Select(e => e.Quote));
        Assert.Empty(SideEffects.InReport([first], falls));
    }

    [Theory]
    [InlineData("ETS1", "The activity of **ETS1** [n11] and JUN is expected to fall.", -1)]
    [InlineData("ETS1", "ETS1 rises while JUN falls.", 1)]
    [InlineData("JUN", "ETS1 rises while JUN falls.", -1)]
    [InlineData("ETS1", "The drug inhibits ETS1, and what follows from all that rises.", -1)]
    [InlineData("ETS1", "ETS10 falls.", 0)] // another gene
    [InlineData("ETS1", "ETS1 is a transcription factor; see close relatives.", 0)] // "close" holds "lose"
    [InlineData("p53", "p53 is destabilised.", -1)]
    [InlineData("", "It falls.", 0)]
    public void SignOf_ASentence_IsTheNearestWordOfDirection(string name, string sentence, int sign) =>
        Assert.Equal(sign, DirectionWords.SignOf(name, sentence));

    private static ActionGraph Read(string text) => ExplanationReader.Read(text).Graph;
}
