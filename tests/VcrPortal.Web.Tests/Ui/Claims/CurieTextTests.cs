using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Tests.Ui.Claims;

public class CurieTextTests
{
    [Theory]
    [InlineData("PUBCHEM.COMPOUND:10288191", "PubChem 10288191")]
    [InlineData("CVCL:1097", "Cellosaurus CVCL_1097")]
    [InlineData("GO:0006915", "GO:0006915")]
    [InlineData("no curie", "no curie")]
    [InlineData(":", ":")]
    public void Curie_IsWrittenAsItsSiteWritesIt(string curie, string text) => Assert.Equal(text, CurieText.For(curie));
}
