using System.Xml.Linq;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Tests;
using VcrPortal.Web.Pages.Reading;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>Whose facts and whose work a portal shows.</summary>
public sealed class AboutPageTests : BunitContext
{
    [Fact]
    public void Page_NamesEverySourceOfTheEvidencePack_WithVersionLicenceAndAttribution()
    {
        Services.AddSingleton(InstalledKnowledge.From(StarterPack.Load()));
        var told = Render<AboutPage>().Find("tbody").TextContent;
        Assert.NotEmpty(EvidencePack.Embedded.Pack.Sources);
        Assert.All(EvidencePack.Embedded.Pack.Sources, source =>
        {
            foreach (var part in (string[])[source.Source, source.Version, source.Licence, source.Attribution])
                Assert.Contains(part, told, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Page_SaysOfShareAlikeFacts_ThatWhatIsMadeFromThemIsSharedAlike()
    {
        Services.AddSingleton(InstalledKnowledge.From(StarterPack.Load()));
        var told = Render<AboutPage>().FindAll("tbody tr").Count(row => row.TextContent.Contains("shared alike", StringComparison.Ordinal));
        Assert.Equal(EvidencePack.Embedded.Pack.Sources.Where(s => s.IsShareAlike).DistinctBy(s => s.Source).Count(), told);
    }

    [Fact]
    public void BuiltOn_NamesEveryPackageThatShips()
    {
        var shipped = Directory.GetFiles(Path.Combine(ReferenceData.Repository(), "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(path => XDocument.Load(path).Descendants("PackageReference")).Select(p => p.Attribute("Include")!.Value);
        Assert.All(shipped, package => Assert.Contains(BuiltOn.All.SelectMany(b => b.Packages),
            start => package.StartsWith(start, StringComparison.Ordinal)));
    }
}
