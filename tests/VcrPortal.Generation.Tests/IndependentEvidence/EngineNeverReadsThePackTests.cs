using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using VcrPortal.Generation.IndependentEvidence;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace VcrPortal.Generation.Tests.IndependentEvidence;

/// <summary>Whatever writes or retrieves what claims are written from must not see the facts that they are checked by.</summary>
public class EngineNeverReadsThePackTests
{
    private const string Pack = @"^VcrPortal\.Generation\.IndependentEvidence$";

    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(EvidencePack).Assembly).Build();

    [Theory]
    [InlineData("Agents"), InlineData("Sources"), InlineData("Knowledge")]
    public void Engine_DoesNotReferToTheEvidencePack(string folder) =>
        Types().That().ResideInNamespaceMatching($@"^VcrPortal\.Generation\.{folder}(\..*)?$")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Pack)).Check(Program);

    /// <summary>So that a renamed namespace does not leave the rule above without anything to hold.</summary>
    [Theory]
    [InlineData(@"^VcrPortal\.Generation\.Agents(\..*)?$", "GraphReasoner"), InlineData(Pack, "EvidencePack")]
    public void Namespaces_OfTheRule_HoldTheTypesThatItIsAbout(string pattern, string type) =>
        Assert.Contains(Types().That().ResideInNamespaceMatching(pattern).GetObjects(Program), t => t.Name == type);
}
