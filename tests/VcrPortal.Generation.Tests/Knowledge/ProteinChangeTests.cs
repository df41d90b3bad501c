using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>Tables count the residues of different transcripts.</summary>
public class ProteinChangeTests
{
    [Theory]
    [InlineData("N549K", "N549K"), InlineData("p.Gly12Cys", "G12C"), InlineData("p.Q37Ter", "Q37*"), InlineData("Q37*", "Q37*")]
    [InlineData("Q729fs", null), InlineData("DEL", null), InlineData("1-124C>T", null), InlineData("p.T125=", null), InlineData(null, null)]
    public void Change_IsReadInEitherSpelling_AndNothingElseIs(string? written, string? expected) =>
        Assert.Equal(expected, ProteinChange.TryParse(written)?.ToString());

    [Theory]
    [InlineData("N321K K82R", "N549K K310R", "N549K K310R")] // FGFR2 of AN3 CA
    [InlineData("K651E", "K650E", "K650E")] // FGFR3 of J82
    [InlineData("V600E", "V600E V599E", "V600E")] // it is there as it stands
    [InlineData("G1544C Q1618* Q1898*", "Q404H G1761C Q1835* Q2115*", "G1761C Q1835* Q2115*")] // two stops fit, one shift is shared
    [InlineData("Q10*", "Q20* Q30*", "Q10*")] // nothing tells which
    [InlineData("R10K", "R20Q A20K", "R10K")] // other amino acids
    [InlineData("R10K", "", "R10K")]
    public void Residue_IsTheOneOfTheVariantWithTheSameAminoAcids(string changes, string variants, string expected)
    {
        var read = Read(changes);
        var counted = ProteinChange.CountedAs(read, Read(variants).ToHashSet());
        Assert.Equal(expected, string.Join(' ', read.Select(c => counted.GetValueOrDefault(c, c))));
    }

    private static List<ProteinChange> Read(string changes) =>
        [.. changes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => ProteinChange.TryParse(c)!.Value)];
}
