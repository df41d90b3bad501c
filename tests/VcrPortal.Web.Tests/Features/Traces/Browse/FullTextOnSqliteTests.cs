using VcrPortal.Web.Features.Traces.Browse.Words;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public class FullTextOnSqliteTests
{
    [Theory]
    [InlineData("A375", "(\"A375\" OR \"A 375\")")]
    [InlineData("a 375", "(\"a375\" OR \"a 375\")")]
    [InlineData("A-375", "(\"A375\" OR \"A 375\")")]
    [InlineData("outer membrane", "\"outer membrane\"")]
    [InlineData("\" OR x*", "\"  OR x*\"")]
    [InlineData("- *", null)]
    public void ANameInPieces_IsFoundAsOneWordAndAsTwo(string typed, string? expression) =>
        Assert.Equal(expression, FullTextOnSqlite.Expression(new(typed)));

    [Fact]
    public void ABeginning_IsOneInBothForms() =>
        Assert.Equal("(\"MCF7\"* OR \"MCF 7\"*)", FullTextOnSqlite.Expression(new("MCF7", IsPrefix: true)));
}
