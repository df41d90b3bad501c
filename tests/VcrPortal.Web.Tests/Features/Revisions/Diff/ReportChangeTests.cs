using VcrPortal.Web.Features.Revisions.Diff;

namespace VcrPortal.Web.Tests.Features.Revisions.Diff;

public class ReportChangeTests
{
    private const string Report = "It binds MEK1 [1]. It binds MEK2.\n\n### 1. The cell\n\nC32 is a melanoma line. BRAF is mutated.\n";

    [Fact]
    public void SameReport_HasNoChange() => Assert.Empty(ReportChange.Between(Report, Report));

    [Fact]
    public void ChangedSentence_IsOneChange_UnderItsSection()
    {
        var change = Assert.Single(ReportChange.Between(Report, Report.Replace("is mutated", "is wild", StringComparison.Ordinal)));
        Assert.Equal("1. The cell", change.Section);
        Assert.Equal("BRAF is mutated.", Assert.Single(change.Before));
        Assert.Equal("BRAF is wild.", Assert.Single(change.After));
    }

    [Fact]
    public void AddedAndRemovedSentences_AreTwoChanges_WhatStoodBetweenStays()
    {
        var now = Report.Replace("It binds MEK1 [1]. ", "", StringComparison.Ordinal) + "PTEN is lost.\n";
        var changes = ReportChange.Between(Report, now);
        Assert.Equal(2, changes.Length);
        Assert.Equal("It binds MEK1 [1].", Assert.Single(changes[0].Before));
        Assert.Empty(changes[0].After);
        Assert.Empty(changes[1].Before);
        Assert.Equal("PTEN is lost.", Assert.Single(changes[1].After));
    }

    [Fact]
    public void FromNothing_AllIsNew_EachSectionOnceUnderItsHeading()
    {
        var changes = ReportChange.Between("", Report);
        Assert.Equal(["", "1. The cell"], changes.Select(c => c.Section));
        Assert.Equal([2, 2], changes.Select(c => c.After.Length));
    }

    [Fact]
    public void Sentences_AreToldWithoutTheMarksOfMarkdown()
    {
        var change = Assert.Single(ReportChange.Between(
            Report, Report.Replace("BRAF is mutated.", "\n- **BRAF** is [mutated](https://e.org) `V600E`.", StringComparison.Ordinal)));
        Assert.Equal("BRAF is mutated V600E.", Assert.Single(change.After));
    }

    [Fact]
    public void WhereOnlyMarksChanged_TheyAreTold()
    {
        var change = Assert.Single(ReportChange.Between(Report, Report.Replace("BRAF", "**BRAF**", StringComparison.Ordinal)));
        Assert.Equal("**BRAF** is mutated.", Assert.Single(change.After));
    }

    [Fact]
    public void RenumberedHeading_KeepsTheSentencesBelowIt()
    {
        var change = Assert.Single(ReportChange.Between(Report, Report.Replace("1. The", "2. The", StringComparison.Ordinal)));
        Assert.Equal(("2. The cell", "1. The cell", "2. The cell"),
            (change.Section, Assert.Single(change.Before), Assert.Single(change.After)));
    }

    [Fact]
    public void TwoLongReports_ThatShareNothing_AreOneChange()
    {
        string Many(string word) => string.Join('\n', Enumerable.Range(0, 5_000).Select(n => $"{word} {n}."));
        var change = Assert.Single(ReportChange.Between(Many("Old"), Many("New")));
        Assert.Equal((5_000, 5_000), (change.Before.Length, change.After.Length));
    }
}
