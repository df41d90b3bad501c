using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Reasoning.Tests.Grounding;

/// <summary>Groups as models write them.</summary>
public class EntityMentionTests
{
    [Theory]
    [InlineData("BAX/BAK", "BAX|BAK")]
    [InlineData("SMAD2/3", "SMAD2|SMAD3")]
    [InlineData("SMAD2/3/4 complex", "SMAD2|SMAD3|SMAD4")]
    [InlineData("VEGFR-1/VEGFR-2/VEGFR-3", "VEGFR-1|VEGFR-2|VEGFR-3")]
    [InlineData("caspase-3/7", "caspase-3|caspase-7")]
    [InlineData("ERK1/2", "ERK1|ERK2")]
    [InlineData("CDK4/6", "CDK4|CDK6")]
    [InlineData("p38α/β", "p38α|p38β")]
    [InlineData("HLA-A/B/C", "HLA-A|HLA-B|HLA-C")]
    [InlineData("MAP2K1 / MAP2K2", "MAP2K1|MAP2K2")]
    [InlineData("BCL-2", "BCL-2")]
    [InlineData("BH3-only proteins", "BH3-only proteins")]
    [InlineData("N/A", "N/A")]
    [InlineData("and/or", "and/or")]
    [InlineData("fibroblast/epithelial cells", "fibroblast/epithelial cells")]
    [InlineData("1/2", "1/2")]
    [InlineData("/", "/")]
    [InlineData("", "")]
    public void Parse_AGroup_NamesEachMember(string text, string members) =>
        Assert.Equal(members, string.Join('|', EntityMention.Parse(text).Members));

    [Fact]
    public void Parse_AnyText_NamesSomethingAndKeepsTheText() => Prop.ForAll<string>(text =>
    {
        var mention = EntityMention.Parse(text ?? "");
        return mention.Members.Length > 0 && mention.Text == (text ?? "");
    }).QuickCheckThrowOnFailure();
}
