using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Pages.Reading;

/// <summary>A private trace, or the job that is to make it, for whoever has a link. Signed in or not, one sees the same here.</summary>
public sealed partial class SharedPage
{
    private OpenedLink? _link;
    private TraceView? _trace;
    private JobSummary? _job;
    private DiscussionView? _said;
    private ClaimSheet _sheet = null!;
    private ConclusionText _answer = null!;
    private GraphLayout _layout = null!;

    [Inject] private OpenShareLink Links { get; set; } = null!;
    [Inject] private ReadTrace Traces { get; set; } = null!;
    [Inject] private ReadJob Jobs { get; set; } = null!;
    [Inject] private ReadDiscussion Discussions { get; set; } = null!;

    [Parameter] public string Token { get; set; } = "";
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private string Here => PortalUrls.Shared(Token);

    private string Until => _link?.ExpiresAt is { } at
        ? $"The link expires on {at.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}." : "";

    protected override async Task OnInitializedAsync()
    {
        var gone = Request.RequestAborted;
        _link = await Links.RunAsync(Token, gone);
        // Not 404, for which the framework shows the common page, which says nothing of links.
        if (_link is null) Request.Response.StatusCode = StatusCodes.Status410Gone;
        else if (_link.Trace is { } number) _trace = await Traces.RunAsync(number, null, _link.Reader, gone);
        else _job = (await Jobs.RunAsync(_link.Job, _link.Reader, gone))?.Summary;
        if (_trace is null) return;
        _sheet = ClaimSheet.From(_trace.Graph, _trace.Verdicts, isFinal: true);
        _answer = ConclusionText.From(_trace, _sheet);
        _layout = LayeredLayout.Arrange(_trace.Graph);
        _said = await Discussions.RunAsync(_trace.Number, _trace.Revision, _link!.Reader, gone);
    }
}
