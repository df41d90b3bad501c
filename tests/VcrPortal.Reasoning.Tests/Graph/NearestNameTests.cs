using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Tests.Graph;

public class NearestNameTests
{
    private static readonly string[] Known = ["afatinib", "binimetinib", "erlotinib"];

    [Theory]
    [InlineData("binimitinib", "binimetinib")]
    [InlineData("Rlotinib", "erlotinib")]
    [InlineData("pinimetinib", "binimetinib")]
    public void Misspelt_IsFound(string written, string meant) => Assert.Equal(meant, NearestName.To(written, Known));

    /// <summary>It is another compound, which these do not hold.</summary>
    [Fact]
    public void AnotherBeginning_AndOneMoreLetter_IsAnotherName() => Assert.Null(NearestName.To("imatinib", Known));
}
