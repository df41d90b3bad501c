using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Knowledge;

public class ReadNameTests
{
    private static readonly ReadName Names = new(new KnowledgeIndex(Samples.Knowledge));

    [Theory]
    [InlineData("c-32", "C32")]
    [InlineData("C32 melanoma", "C32")]
    [InlineData("c32 melanoma cells", "C32")]
    public void Line_AsPeopleWriteIt_IsNamedAsTheKnowledgeWritesIt(string typed, string name)
    {
        var meaning = Names.Run(NameKind.CellLine, typed);
        Assert.Equal(name, meaning?.Name);
        Assert.Contains("BRAF", meaning?.Sentence);
    }

    [Fact]
    public void Compound_IsShownWithItsTargets()
    {
        var meaning = Names.Run(NameKind.Compound, " binimetinib ");
        Assert.Equal("Binimetinib", meaning?.Name);
        Assert.Contains("Targets: MAP2K1", meaning?.Sentence);
    }

    [Fact]
    public void UnknownName_IsSaid_WithWhatMayBeMeant()
    {
        Assert.Equal(new(null, "Binimetinib", "We do not know “Binimetinb”. Did you mean Binimetinib?"),
            Names.Run(NameKind.Compound, "Binimetinb"));
        Assert.Equal(new(null, null, "We do not know “foobarium-77”."), Names.Run(NameKind.Compound, "foobarium-77"));
    }

    [Fact]
    public void NoName_MeansNothing()
    {
        Assert.Null(Names.Run(NameKind.CellLine, "  "));
        Assert.Null(Names.Run(NameKind.Gene, new string('x', 10_000)));
    }
}
