using System.Reflection;
using System.Xml.Linq;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Tests;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>The one arrow between projects, the rooms of the portal, and no circle between slices (docs/adr/0003).</summary>
public class ArrowTests
{
    private static readonly Assembly Reasoning = typeof(ActionGraph).Assembly;
    private static readonly Assembly Generation = typeof(GenerationEvent).Assembly;
    private static readonly Assembly Web = typeof(PortalUrls).Assembly;

    /// <summary>Files that stand directly in one folder.</summary>
    private const int MostFiles = 20;

    /// <summary>With the tests' own assembly, which holds a circle as a sample.</summary>
    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(Reasoning, Generation, Web, typeof(ArrowTests).Assembly).Build();

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

    [Theory]
    [InlineData("Features", "Pages|CommandLine|Hosting")]
    [InlineData("Access|Data|Live|Ui", "Features|Pages|CommandLine|Hosting")]
    [InlineData("Pages", "CommandLine|Hosting")]
    public void Rooms_KnowNothingOfThoseAbove(string rooms, string above)
    {
        var rule = ArchRuleDefinition.Types().That().ResideInNamespaceMatching(Under(rooms))
            .Should().NotDependOnAny(ArchRuleDefinition.Types().That().ResideInNamespaceMatching(Under(above)));
        rule.Check(House);

        static string Under(string rooms) => $@"^VcrPortal\.Web\.({rooms})(\.|$)";
    }

    [Fact]
    public void Slices_WithTheirComponents_HaveNoCircle() =>
        Assert.Null(SliceUses.FindCircle(SliceUses.Among(House, "VcrPortal.Web.Features")));

    [Fact]
    public void Slices_OfThePortal_AreSeenToUseEachOther() // else the test above would pass on nothing
    {
        var uses = SliceUses.Among(House, "VcrPortal.Web.Features").Select(u => (u.From, u.To));
        Assert.Superset(
            new HashSet<(string, string)> { ("Jobs", "Traces"), ("Batches", "Jobs"), ("Discussion", "Traces") }, uses.ToHashSet());
    }

    [Fact]
    public void Slices_ThatUseEachOtherOnlyInLambdasIteratorsAndAsyncMethods_AreFoundAsACircle()
    {
        var uses = SliceUses.Among(House, "VcrPortal.Web.Tests.Architecture.CircularSlices");
        Assert.Equal("Left -> Right -> Left: LeftVerb -> RightVerb; RightVerb -> LeftVerb", SliceUses.FindCircle(uses));
    }

    [Fact]
    public void Folders_OfTheSource_HoldAtMostTwentyFiles()
    {
        var source = Path.Combine(ReferenceData.Repository(), "src");
        var full = from folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories)
                   where !folder.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()
                   let files = Directory.EnumerateFiles(folder).Count()
                   where files > MostFiles
                   select $"{Path.GetRelativePath(source, folder)} holds {files}";
        Assert.Equal("", string.Join(", ", full.Order(StringComparer.Ordinal)));
    }
}
