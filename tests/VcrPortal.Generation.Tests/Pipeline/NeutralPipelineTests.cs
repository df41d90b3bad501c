using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using VcrPortal.Generation.Pipeline;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace VcrPortal.Generation.Tests.Pipeline;

/// <summary>The pipeline, its questions and what its agents have to be know no engine: any engine can stand in it.</summary>
public class NeutralPipelineTests
{
    private const string Engines = @"^VcrPortal\.Generation\.Agents\..*$";

    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(GenerationPipeline).Assembly).Build();

    [Theory]
    [InlineData(@"^VcrPortal\.Generation\.Pipeline(\..*)?$")]
    [InlineData(@"^VcrPortal\.Generation\.Questions$")]
    [InlineData(@"^VcrPortal\.Generation\.Agents$")]
    public void Types_OfTheNeutralRooms_NameNoEngine(string room) =>
        Types().That().ResideInNamespaceMatching(room).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Engines))
            .Check(Program);

    [Fact]
    public void Engines_OfTheRule_AreThere() =>
        Assert.Contains(Types().That().ResideInNamespaceMatching(Engines).GetObjects(Program), t => t.Name == "GraphEngine");
}
