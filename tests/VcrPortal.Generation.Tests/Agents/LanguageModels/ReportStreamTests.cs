using VcrPortal.Generation.Agents.LanguageModels.Reports;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>A report on its way from model to readers: nothing is lost, addresses are, and sentences are marked where they end.</summary>
public class ReportStreamTests
{
    private static readonly EntityRecognizer Recognizer = InstalledKnowledge.From(StarterPack.Load()).Recognizer;

    private const string Report =
        "### One\n\nMAP2K1 falls [1]. It does so, e.g. in C32, at 3.5 nM. [2] | a | b |\n\n- First [1]\n- Second\n";

    [Theory]
    [InlineData(1), InlineData(3), InlineData(7), InlineData(1000)]
    public void Stream_InPiecesOfAnySize_GivesTheSameText(int size)
    {
        var stream = new ReportStream(_ => null);
        var text = string.Concat(Report.Chunk(size).Select(c => stream.Feed(c).Text));
        Assert.Equal(Report, text + stream.Complete().Text);
    }

    [Theory]
    [InlineData("CDK4 falls [1]. MYC too.", "CDK4 falls [1]. *(citation not confirmed: no)* MYC too.")]
    [InlineData("CDK4 falls. [1] MYC too.", "CDK4 falls. [1] *(citation not confirmed: no)* MYC too.")]
    [InlineData("- CDK4 falls [1]\n- MYC\n", "- CDK4 falls [1] *(citation not confirmed: no)*\n- MYC\n")]
    [InlineData("It falls, e.g. CDK4 [1]", "It falls, e.g. CDK4 [1] *(citation not confirmed: no)*")]
    [InlineData("| CDK4 | [1] |\n", "| CDK4 | [1] |\n")]
    public void Mark_StandsWhereTheSentenceEnds(string written, string shown)
    {
        var stream = new ReportStream(s => s.Contains("[1]", StringComparison.Ordinal) ? "no" : null);
        Assert.Equal(shown, stream.Feed(written).Text + stream.Complete().Text);
    }

    [Theory]
    [InlineData("see https://evil.example/x now", "see (address left out) now")]
    [InlineData("[here](http://evil.example)", "(address left out)")]
    [InlineData("at WWW.evil.example", "at (address left out)")]
    public void Addresses_AreLeftOut(string written, string shown)
    {
        var stream = new ReportStream(_ => null);
        Assert.Equal(shown, stream.Feed(written).Text + stream.Complete().Text);
    }

    [Theory]
    [InlineData("MAP2K1 falls [1].", null)]
    [InlineData("CDK4 falls [1].", "[1] does not name CDK4")]
    [InlineData("Binimetinib lowers CDK4 [1].", "[1] does not name CDK4")]
    [InlineData("Binimetinib acts [1].", null)]
    [InlineData("MAP2K1 falls [7].", "there is no evidence [7]")]
    [InlineData("MAP2K1 falls [1][7].", "there is no evidence [7]")]
    [InlineData("MAP2K1 falls [1, 7].", "there is no evidence [7]")]
    [InlineData("It is an allosteric inhibitor [1].", null)]
    [InlineData("The weather is pleasant [1].", "[1] says nothing of this")]
    [InlineData("CDK4 falls.", null)]
    public void Citation_MustNameWhatItsSentenceIsAbout(string sentence, string? problem)
    {
        var item = new EvidenceItem(
            1, "A", "1", null, "Binimetinib: MEK", "An allosteric inhibitor of MAP2K1.", null, "CC0", TrustTier.Curated);
        var check = new CitationCheck(Recognizer, new HashSet<string> { "Binimetinib" }, n => n == 1 ? item : null);
        Assert.Equal(problem, check.ProblemOf(sentence));
    }
}
