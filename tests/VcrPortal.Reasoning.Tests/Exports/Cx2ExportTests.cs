using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Reasoning.Tests.Exports;

public class Cx2ExportTests
{
    [Fact]
    public void Write_OfASmallGraph_GivesItsAspectsInOrder()
    {
        using var file = JsonDocument.Parse(Cx2Export.Write(SmallGraph.Graph, SmallGraph.Verdicts));
        var aspects = file.RootElement.EnumerateArray().Select(a => a.EnumerateObject().First().Name);
        Assert.Equal(["CXVersion", "metaData", "attributeDeclarations", "networkAttributes", "nodes", "edges", "status"], aspects);
        Assert.Equal("2.0", file.RootElement[0].GetProperty("CXVersion").GetString());
    }

    [Fact]
    public void Write_OfASmallGraph_HoldsListsAsListsAndVerdicts()
    {
        using var file = JsonDocument.Parse(Cx2Export.Write(SmallGraph.Graph, SmallGraph.Verdicts));
        var n2 = Aspect(file, "nodes").Single(n => n.GetProperty("v").GetProperty("primitive").ValueEquals("regulates_expression"))
            .GetProperty("v");
        Assert.Equal(["DUSP6", "SPRY4"], n2.GetProperty("argument.gene_list").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal("refuted", n2.GetProperty("verdict").GetString());
        var declared = file.RootElement[2].GetProperty("attributeDeclarations")[0].GetProperty("nodes");
        Assert.Equal("list_of_string", declared.GetProperty("argument.gene_list").GetProperty("d").GetString());
        Assert.Equal("string", declared.GetProperty("argument.affinity").GetProperty("d").GetString());
    }

    [Fact]
    public void Write_OfAnyGraph_ParsesAndDeclaresWhatItUses() =>
        Prop.ForAll(Graphs.Any, graph =>
        {
            using var file = JsonDocument.Parse(Cx2Export.Write(graph));
            var declared = file.RootElement[2].GetProperty("attributeDeclarations")[0].GetProperty("nodes");
            var numbers = Aspect(file, "nodes").Select(n => n.GetProperty("id").GetInt32()).ToHashSet();
            return Aspect(file, "nodes").SelectMany(n => n.GetProperty("v").EnumerateObject())
                .All(v => IsOf(v.Value, declared.GetProperty(v.Name).GetProperty("d").GetString()!))
                && Aspect(file, "edges").Count == graph.Edges.Length
                && Aspect(file, "edges")
                    .All(e => numbers.Contains(e.GetProperty("s").GetInt32()) && numbers.Contains(e.GetProperty("t").GetInt32()));
        }).QuickCheckThrowOnFailure();

    private static bool IsOf(JsonElement value, string type) =>
        value.ValueKind == (type == "string" ? JsonValueKind.String : JsonValueKind.Array);

    private static List<JsonElement> Aspect(JsonDocument file, string name) =>
        [.. file.RootElement.EnumerateArray().Single(a => a.TryGetProperty(name, out _)).GetProperty(name).EnumerateArray()];
}
