using VcrPortal.Generation.Questions;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Launch;

public class LaunchRulesTests
{
    [Fact]
    public void Check_UnknownNames_AreWelcome() => Assert.Empty(LaunchRules.Check(Samples.Record("Nobody-knows-it 12", "My own line")));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Robert'); DROP TABLE Jobs;--")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("β-lapachone 🧪")]
    public void Check_TextThatIsOnlyOdd_IsTakenAsText(string compound) => Assert.Empty(LaunchRules.Check(Samples.Record(compound)));

    [Fact]
    public void Check_NothingPerturbed_NamesTheCompoundField() =>
        Assert.Equal("compound", Assert.Single(LaunchRules.Check(new PerturbationRecord([], []))).Field);

    [Fact]
    public void Check_OnlyAReport_IsEnough() =>
        Assert.Empty(LaunchRules.Check(new PerturbationRecord([], [], Report: "A report to structure.")));

    [Fact]
    public void Check_SmilesWithoutName_IsEnough() =>
        Assert.Empty(LaunchRules.Check(new PerturbationRecord([], [new Perturbation(PerturbationKind.Chemical, Smiles: "CCO")])));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001b[31mb")]
    public void Check_BinaryText_IsRefusedBesideItsField(string line) =>
        Assert.Equal("cellLine", Assert.Single(LaunchRules.Check(Samples.Record(line: line))).Field);

    [Fact]
    public void Check_HalfOfACharacter_IsRefused() // not as theory data: an attribute cannot hold it
    {
        Assert.Equal("compound", Assert.Single(LaunchRules.Check(Samples.Record("half " + '\ud83e'))).Field);
        Assert.Equal("compound", Assert.Single(LaunchRules.Check(Samples.Record('\udd2a' + " half"))).Field);
    }

    [Fact]
    public void Check_OneMegabyteOfOneLine_IsRefusedWithItsLength()
    {
        var problem = Assert.Single(LaunchRules.Check(Samples.Record(new string('a', 1_000_000))));
        Assert.Equal("compound", problem.Field);
        Assert.Contains("1,000,000", problem.Message);
    }

    [Fact]
    public void Check_TooManyTargets_AreRefused()
    {
        var record = new PerturbationRecord(
            [], [new Perturbation(PerturbationKind.Chemical, "x", StatedTargets: [.. Enumerable.Repeat("EGFR", 51)])]);
        Assert.Equal("targets", Assert.Single(LaunchRules.Check(record)).Field);
    }

    [Fact]
    public void Check_TheSameProblemTwice_IsToldOnce()
    {
        var bad = new Perturbation(PerturbationKind.Chemical, "a\0");
        Assert.Single(LaunchRules.Check(new PerturbationRecord([], [bad, bad])));
    }
}
