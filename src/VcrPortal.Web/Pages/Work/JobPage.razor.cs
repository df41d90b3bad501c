using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Retrying;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Work;

/// <summary>A job: an island while it goes on, a plain document from its end on.</summary>
public sealed partial class JobPage
{
    private JobDetails? _job;
    private (int Trace, int Revision)? _heldBack;
    private int? _batch;
    private JobProgress? _over;
    private string? _answer;
    private bool _mayStop;

    [Inject] private ReadJob Jobs { get; set; } = null!;
    [Inject] private ReadBatch Batches { get; set; } = null!;
    [Inject] private FindHeldBack HeldBack { get; set; } = null!;
    [Inject] private StopJob Stop { get; set; } = null!;
    [Inject] private RetryJob Retry { get; set; } = null!;
    [Inject] private IOptions<LaunchOptions> Launch { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public int Number { get; set; }
    /// <summary><c>true</c>: a finished job is played.</summary>
    [SupplyParameterFromQuery] private string? Replay { get; set; }
    [SupplyParameterFromQuery] private string? At { get; set; }
    [SupplyParameterFromQuery] private string? Speed { get; set; }
    [SupplyParameterFromQuery] private string? Play { get; set; }
    [SupplyParameterFromForm(FormName = "retry")] private string? From { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private bool IsReplay => Replay == "true";

    /// <summary>Jobs of a batch keep no text from which a stage could go on.</summary>
    private bool MayRetry => _job?.Summary.BatchNumber is null && Caller.May(Operation.LaunchJob, Launch.Value.Site);

    private Caller Caller => Caller.From(Request.User);

    protected override async Task OnInitializedAsync()
    {
        _job = await Jobs.RunAsync(Number, Caller, Request.RequestAborted);
        // A guest of one job of a private batch does not learn of the batch.
        _batch = _job?.Summary.BatchNumber is { } batch && await Batches.IsVisibleAsync(batch, Caller, Request.RequestAborted) ? batch
            : null;
        if (_job is null)
        {
            _heldBack = await HeldBack.OfJobAsync(Number, Caller, Request.RequestAborted);
            if (_heldBack is null) Navigation.NotFound();
            return;
        }
        if (JobText.IsActive(_job.Summary.State)) _mayStop = await Stop.IsForAsync(Number, Caller, Request.RequestAborted);
        else _over = await Jobs.ReadProgressAsync(Number, Caller, Request.RequestAborted);
    }

    private async Task StopAsync()
    {
        if (_job is null) return;
        var outcome = await Stop.RunAsync(Number, Caller, Request.RequestAborted);
        if (outcome is StopOutcome.Stopped or StopOutcome.Stopping or StopOutcome.AlreadyOver) Navigation.SeeOther(
            Request, PortalUrls.Job(Number));
        else _answer = "Only the person who launched this job may stop it.";
    }

    private async Task RetryAsync()
    {
        if (!Enum.TryParse<Stage>(From, out var from) || !Enum.IsDefined(from))
        {
            _answer = "There is no such stage. Choose one of the list.";
            return;
        }
        var outcome = await Retry.RunAsync(Number, from, Caller, Request.RequestAborted);
        if (outcome is LaunchOutcome.Launched(var number)) Navigation.SeeOther(Request, PortalUrls.Job(number));
        else _answer = LaunchText.For(outcome) ?? string.Join(' ', ((LaunchOutcome.Invalid)outcome).Problems.Select(p => p.Message));
    }
}
