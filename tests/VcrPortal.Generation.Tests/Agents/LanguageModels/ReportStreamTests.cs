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
        Assert.Equal(problem, Check().ProblemOf(sentence));
    }

    /// <summary>An invented number of an article looks like any other: only what a source returned is confirmed.</summary>
    [Theory]
    [InlineData("MAP2K1 falls (PMID 12345678).", "PMID 12345678 was not retrieved")]
    [InlineData("MAP2K1 falls [12345678].", "PMID 12345678 was not retrieved")]
    [InlineData("MAP2K1 falls [PMID: 11223344; 12345678].", "PMID 12345678 was not retrieved")]
    [InlineData("MAP2K1 falls [1] (PMIDs 11223344 and 87654321).", "PMID 87654321 was not retrieved")]
    [InlineData("MAP2K1 falls, doi:10.1038/nature12345.", "doi 10.1038/nature12345 was not retrieved")]
    [InlineData("MAP2K1 falls (PMC7654321).", "PMC7654321 was not retrieved")]
    [InlineData("MAP2K1 falls (PMID 1122334).", "PMID 1122334 was not retrieved")]
    [InlineData("MAP2K1 falls (PMID 12345678) [9].", "there is no evidence [9]; PMID 12345678 was not retrieved")]
    [InlineData("MAP2K1 falls (PMID 11223344).", null)]
    [InlineData("MAP2K1 falls [11223344], doi 10.1000/ABC.5.", null)]
    [InlineData("CDK4 falls (PMID 11223344).", "PMID 11223344 does not name CDK4")]
    [InlineData("MAP2K1 falls by 1234567 units, 10.5 of 2020.", null)]
    public void Publication_NamedWithoutEvidence_WasNotRetrieved(string sentence, string? problem) =>
        Assert.Equal(problem, Check().ProblemOf(sentence));

    [Theory]
    [InlineData("MAP2K1 falls [1][7].", @"MAP2K1 falls [1]\[7\]. *(citation not confirmed: there is no evidence \[7\])*")]
    [InlineData("As PMID 12345678. Then [1].", "As PMID 12345678. *(citation not confirmed: PMID 12345678 was not retrieved)* Then [1].")]
    public void WhatIsNotThere_IsNoLink(string written, string shown)
    {
        var check = Check();
        var stream = new ReportStream(s => s.StartsWith("Then", StringComparison.Ordinal) ? null : check.ProblemOf(s),
            check.WithoutDeadLinks);
        Assert.Equal(shown, stream.Feed(written).Text + stream.Complete().Text);
    }

    [Fact]
    public void Row_ThatCitesWhatIsNotThere_IsListed()
    {
        var stream = new ReportStream(Check().ProblemOf);
        Assert.Equal("PMID 12345678 was not retrieved", Assert.Single(stream.Feed("| MAP2K1 | PMID 12345678 |\n").Doubts).Why);
    }

    private static CitationCheck Check()
    {
        var item = new EvidenceItem(1, "A", "1", "PMID:11223344", "Binimetinib: MEK", "An allosteric inhibitor of MAP2K1 (10.1000/abc.5).",
            null, "CC0", TrustTier.Curated);
        return new(Recognizer, new HashSet<string> { "Binimetinib" }, new Dictionary<int, EvidenceItem> { [1] = item });
    }
}
