using VcrPortal.Web.Features.Traces.Browse.Grid;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Tests.Features.Traces.Browse.Grid;

public class GridAddressTests
{
    [Theory]
    [InlineData(null, "Tissue, Engine", null)] // as it stands at first
    [InlineData("finding,supported,against,changed", "Tissue, Engine", null)]
    [InlineData("engine,finding", "Tissue, Supported claims, Against, Changed", "finding,engine")]
    [InlineData("none", "Finding, Tissue, Supported claims, Against, Engine, Changed", "none")]
    [InlineData("<script>,finding", "Tissue, Supported claims, Against, Engine, Changed", "finding")]
    public void Columns_AreWhatTheAddressSays_AndGoBackToIt(string? address, string hidden, string? written)
    {
        var left = GridAddress.HiddenIn(address);
        Assert.Equal(hidden, string.Join(", ", GridAddress.Choosable.Where(left.Contains)));
        Assert.Equal(written, GridAddress.ColumnsWithout(left));
    }

    [Theory]
    [InlineData(TraceSort.Name, null, "Trace", false)]
    [InlineData(TraceSort.Name, "down", "Trace", true)]
    [InlineData(TraceSort.Supported, null, "Supported claims", true)]
    [InlineData(TraceSort.Disputed, "up", "Against", false)]
    [InlineData(TraceSort.Newest, "x", "Changed", true)]
    [InlineData(TraceSort.Discussed, "up", null, false)]
    public void Order_IsThatOfAColumn(TraceSort sort, string? order, string? column, bool isDescending)
    {
        Assert.Equal(column, GridAddress.ColumnOf(sort));
        Assert.Equal(isDescending, GridAddress.IsDescending(sort, order));
    }
}
