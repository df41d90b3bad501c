using VcrPortal.Web.Features.Traces.Browse.Grid;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Tests.Features.Traces.Browse.Grid;

public class GridAddressTests
{
    [Theory]
    [InlineData(null, "Tissue, Review, Discussed, Engine", null)] // as it stands at first
    [InlineData("finding,supported,against,changed", "Tissue, Review, Discussed, Engine", null)]
    [InlineData("engine,finding", "Tissue, Supported claims, Against, Review, Discussed, Changed", "finding,engine")]
    [InlineData("none", "Finding, Tissue, Supported claims, Against, Review, Discussed, Engine, Changed", "none")]
    [InlineData("<script>,finding", "Tissue, Supported claims, Against, Review, Discussed, Engine, Changed", "finding")]
    public void Columns_AreWhatTheAddressSays_AndGoBackToIt(string? address, string hidden, string? written)
    {
        var left = GridAddress.HiddenIn(address);
        Assert.Equal(hidden, string.Join(", ", GridAddress.Choosable.Where(left.Contains)));
        Assert.Equal(written, GridAddress.ColumnsWithout(left));
    }

    [Theory]
    [InlineData(TraceSort.Name, null, false, "up")]
    [InlineData(TraceSort.Name, "down", true, "down")]
    [InlineData(TraceSort.Supported, null, false, "down")]
    [InlineData(TraceSort.Disputed, "up", true, "up")]
    [InlineData(TraceSort.Newest, "x", false, "down")]
    [InlineData(TraceSort.Discussed, "up", true, "up")]
    [InlineData(TraceSort.Best, "up", false, null)] // no column stands for it
    public void Order_IsWhatTheAddressSays_AndGoesBackToIt(TraceSort sort, string? order, bool isTurned, string? written)
    {
        Assert.Equal(isTurned, GridAddress.IsTurned(sort, order));
        Assert.Equal(written, GridAddress.OrderOf(sort, isTurned));
    }

    [Theory]
    [InlineData("Supported claims", TraceSort.Supported)]
    [InlineData("Against", TraceSort.Disputed)]
    [InlineData("Discussed", TraceSort.Discussed)]
    [InlineData("Changed", TraceSort.Newest)]
    [InlineData("Trace", TraceSort.Name)]
    public void TheFirstPressOnAColumn_PutsTheBestInFront_AndTheSecondTheLast(string column, TraceSort sort)
    {
        var first = GridAddress.Pressed(column, TraceSort.Best, false);
        Assert.Equal((sort, false), first);
        Assert.Equal((sort, true), GridAddress.Pressed(column, first.Sort, first.IsTurned));
        Assert.Equal(TraceSort.Best, GridAddress.Pressed("Finding", TraceSort.Best, false).Sort);
    }
}
