using Microsoft.AspNetCore.Components;
using VcrPortal.Web.App;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A job: an island while it goes on, a plain document from its end on.</summary>
public sealed partial class JobPage
{
    private JobDetails? _job;
    private JobProgress? _over;
    private string? _stopAnswer;

    [Inject] private ReadJob Jobs { get; set; } = null!;
    [Inject] private StopJob Stop { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public int Number { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.Of(Request.User);

    protected override async Task OnInitializedAsync()
    {
        _job = await Jobs.RunAsync(Number, Caller, Request.RequestAborted);
        if (_job is null)
        {
            Navigation.NotFound();
            return;
        }
        if (!JobWords.IsActive(_job.Summary.State)) _over = await Jobs.ReadProgressAsync(Number, Caller, Request.RequestAborted);
    }

    private async Task StopAsync()
    {
        if (_job is null) return;
        var outcome = await Stop.RunAsync(Number, Caller, Request.RequestAborted);
        if (outcome is StopOutcome.Stopped or StopOutcome.Stopping or StopOutcome.AlreadyOver) Navigation.SeeOther(Request, PortalUrls.Job(Number));
        else _stopAnswer = "Only the person who launched this job may stop it.";
    }
}
