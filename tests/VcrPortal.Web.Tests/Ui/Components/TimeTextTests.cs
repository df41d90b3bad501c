using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Tests.Ui.Components;

public class TimeTextTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(0, "under 1 ms")]
    [InlineData(0.4, "under 1 ms")]
    [InlineData(1, "1 ms")]
    [InlineData(340, "340 ms")]
    [InlineData(1_500, "1.5 s")]
    [InlineData(61_000, "1:01")]
    public void Length_Milliseconds_ReadsAsAPersonSays(double milliseconds, string expected) =>
        Assert.Equal(expected, TimeText.Length(TimeSpan.FromMilliseconds(milliseconds)));
}
