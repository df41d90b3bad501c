using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Tests;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>The one arrow between projects, and no circle between slices (docs/adr/0003).</summary>
public class ArrowTests
{
    private static readonly Assembly Reasoning = typeof(ActionGraph).Assembly;
    private static readonly Assembly Generation = typeof(GenerationEvent).Assembly;
    private static readonly Assembly Web = typeof(PortalUrls).Assembly;

    [Theory]
    [InlineData("VcrPortal.Reasoning", new string[0])]
    [InlineData("VcrPortal.Generation", new[] { "VcrPortal.Reasoning" })]
    [InlineData("VcrPortal.Web", new[] { "VcrPortal.Generation" })]
    public void ProjectFile_OfEachProject_NamesOnlyTheProjectBelow(string project, string[] below)
    {
        var file = Path.Combine(ReferenceData.Repository(), "src", project, project + ".csproj");
        var named = XDocument.Load(file).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
        Assert.Equal(below, named);
    }

    [Fact]
    public void Reasoning_RefersToTheBaseClassLibraryOnly()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var others = Reasoning.GetReferencedAssemblies().Where(name => Path.GetDirectoryName(Assembly.Load(name).Location) != runtime);
        Assert.Empty(others);
    }

    [Fact]
    public void Generation_RefersToNoWebAndNoDatabase()
    {
        string[] forbidden = ["VcrPortal.Web", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "SQLitePCLRaw"];
        var found = Generation.GetReferencedAssemblies()
            .Where(name => forbidden.Any(f => name.Name!.StartsWith(f, StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    [Fact]
    public void Slices_WithoutTheirComponents_HaveNoCircle()
    {
        var uses = SliceUses.Among(Web.GetTypes().Where(IsNoComponent), "VcrPortal.Web.Features");
        Assert.Null(SliceUses.FindCircle(uses));
    }

    [Fact]
    public void Slices_ThatUseEachOtherOnlyInMethodBodies_AreFoundAsACircle()
    {
        var samples = GetType().Assembly.GetTypes();
        var uses = SliceUses.Among(samples, "VcrPortal.Web.Tests.Architecture.CircularSlices");
        Assert.Equal("Left -> Right -> Left", SliceUses.FindCircle(uses));
    }

    // A page stands on top and may show any slice's component; what the compiler nests in it goes with it.
    private static bool IsNoComponent(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return !typeof(IComponent).IsAssignableFrom(type);
    }
}
