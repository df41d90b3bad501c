using System.Collections.Immutable;
using Bunit;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Tests.Ui.Components;

public class PureComponentTests : BunitContext
{
    [Fact]
    public void Render_WithTheSameParameters_DrawsOnce()
    {
        ImmutableArray<LogLine> lines = [new(1, new DateTime(2026, 3, 1), "job-queued", "Queued", false)];
        var pane = Render<LogPane>(p => p.Add(l => l.Lines, lines));
        pane.Render(p => p.Add(l => l.Lines, lines));
        Assert.Equal(1, pane.RenderCount);
    }

    [Fact]
    public void Render_WithAnotherParameter_DrawsAgain()
    {
        var pane = Render<LogPane>(p => p.Add(l => l.Lines, []));
        pane.Render(p => p.Add(l => l.Lines, [new LogLine(1, new DateTime(2026, 3, 1), "job-queued", "Queued", false)]));
        Assert.Equal(2, pane.RenderCount);
        Assert.Single(pane.FindAll("li"));
    }
}
