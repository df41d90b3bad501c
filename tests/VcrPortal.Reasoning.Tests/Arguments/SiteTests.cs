using VcrPortal.Reasoning.Arguments;

namespace VcrPortal.Reasoning.Tests.Arguments;

public class SiteTests
{
    [Theory]
    [InlineData("Ser222", "S222")]
    [InlineData("S222", "S222")]
    [InlineData("SER-222", "S222")]
    [InlineData("serine 222", "S222")]
    [InlineData("pS222", "S222")]
    [InlineData("p-Thr308", "T308")]
    [InlineData("phospho-Tyr705", "Y705")]
    [InlineData("P53", "P53")]
    [InlineData("T185/Y187", "T185 Y187")]
    [InlineData("Ser218/222", "S218 S222")]
    [InlineData("S218 and S222", "S218 S222")]
    [InlineData("Thr202, Tyr204", "T202 Y204")]
    public void Parse_OfResidues_GivesEach(string text, string sites) => Assert.Equal(sites, string.Join(' ', Site.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("activation loop")]
    [InlineData("V600E")]
    [InlineData("222")]
    [InlineData("s222")]
    [InlineData("B12")]
    [InlineData("S0")]
    [InlineData("S100000")]
    [InlineData("S222/activation loop")]
    [InlineData("residues 97-113")]
    public void Parse_WhenAnyPartIsSomethingElse_GivesNone(string text) => Assert.Empty(Site.Parse(text));
}
