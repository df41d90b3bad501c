using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Tests.Features.Traces.Read;

public class TraceAddressTests
{
    [Theory]
    [InlineData("VCT12563", 12563, null)]
    [InlineData("vct12563", 12563, null)]
    [InlineData("12563", 12563, null)]
    [InlineData("VCT12563@2", 12563, 2)]
    public void Read_TraceOrRevision_IsRead(string key, int number, int? revision) =>
        Assert.Equal((number, revision), TraceAddress.Read(key));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("VCT0")]
    [InlineData("VCT-1")]
    [InlineData("VCT1@")]
    [InlineData("VCT1@0")]
    [InlineData("VCT1@x")]
    [InlineData("VCT1@1@2")]
    [InlineData("VCT99999999999")]
    public void Read_AnythingElse_IsNothing(string key) => Assert.Null(TraceAddress.Read(key));

    [Theory]
    [InlineData(10, "now")]
    [InlineData(240, "4 min ago")]
    [InlineData(7200, "2 h ago")]
    [InlineData(100_000, "yesterday")]
    [InlineData(864_000, "11 Nov")]
    public void Ago_Seconds_ReadsAsAPersonSays(int seconds, string expected)
    {
        var now = new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(expected, TimeText.Ago(now.AddSeconds(-seconds), now));
    }
}
