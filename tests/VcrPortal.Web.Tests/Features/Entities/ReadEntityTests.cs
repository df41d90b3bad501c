using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Entities;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Entities;

public class ReadEntityTests
{
    [Theory]
    [InlineData(PortalUrls.Genes, "MEK1", "MAP2K1")]
    [InlineData(PortalUrls.Genes, "map2k1", "MAP2K1")]
    [InlineData(PortalUrls.CellLines, "CVCL_1097", "C32")]
    [InlineData(PortalUrls.Compounds, "MEK162", "Binimetinib")]
    public async Task Read_ByAnyName_IsTheOneEntity(string shelf, string key, string label)
    {
        await using var portal = await TestPortal.StartAsync();
        var entity = await portal.Get<ReadEntity>().RunAsync(shelf, key, new ClaimsShown(), Caller.Visitor("v"), default);
        Assert.Equal(label, entity?.Name.Label);
        Assert.DoesNotContain(label, entity!.OtherNames);
        Assert.Equal(0, entity.Traces);
        Assert.Empty(EntityText.Figures(entity));
    }

    [Theory]
    [InlineData(PortalUrls.Genes, "Binimetinib")]
    [InlineData(PortalUrls.Compounds, "no such compound")]
    [InlineData("weather", "MAP2K1")]
    public async Task Read_OfWhatIsNotThere_IsNull(string shelf, string key)
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Null(await portal.Get<ReadEntity>().RunAsync(shelf, key, new ClaimsShown(), Caller.Visitor("v"), default));
        Assert.Null(await portal.Get<ReadEntity>().RunAsync(shelf, new string('a', 201), new ClaimsShown(), Caller.Visitor("v"), default));
    }

    [Fact]
    public async Task Read_OfACompound_HasItsTracesAndItsStructure()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var entity = await portal.Get<ReadEntity>().RunAsync(
            PortalUrls.Compounds, "Binimetinib", new ClaimsShown(), Caller.Visitor("v"), default);
        Assert.Equal(1, entity!.Traces);
        Assert.Equal("1 trace names Binimetinib.", EntityText.Summary(entity));
        Assert.NotEmpty(EntityText.Figures(entity));
        Assert.StartsWith("C", entity.Structure?.Smiles);
    }

    [Fact]
    public async Task Read_OfAPrivateTrace_IsItsOwners()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text, Samples.Ana.Key, isPrivate: true);
        var read = portal.Get<ReadEntity>();
        Assert.Equal(0, (await read.RunAsync(PortalUrls.CellLines, "C32", new(), Samples.Bob, default))!.Claims.Traces);
        Assert.Equal(1, (await read.RunAsync(PortalUrls.CellLines, "C32", new(), Samples.Ana, default))!.Claims.Traces);
    }
}
