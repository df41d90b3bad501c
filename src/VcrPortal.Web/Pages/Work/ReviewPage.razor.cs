using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Work;

/// <summary>One review: to be judged, then revealed, and settled where reviewers differ. Plain forms, so that neither a lost connection nor
/// a refusal loses what is typed.</summary>
public sealed partial class ReviewPage
{
    private ReviewView? _review;
    private ReviewDraft? _posted;
    private string? _refusal;
    private string? _reason;
    private (int Number, int Revision) _at;

    [Inject] private ReadReview Reviews { get; set; } = null!;
    [Inject] private ReserveReview Reserve { get; set; } = null!;
    [Inject] private StandAside Aside { get; set; } = null!;
    [Inject] private SaveReviewDraft Drafts { get; set; } = null!;
    [Inject] private SubmitReview Submit { get; set; } = null!;
    [Inject] private ChangeJudgement Change { get; set; } = null!;
    [Inject] private AdjudicateReview Adjudicate { get; set; } = null!;
    [Inject] private RetractReview Retract { get; set; } = null!;
    [Inject] private TakeNext Next { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Key { get; set; } = "";
    /// <summary>The reason of whoever retracts the review or stands aside.</summary>
    [SupplyParameterFromForm] private string? Why { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);
    private CancellationToken Aborted => Request.RequestAborted;
    private string Here => PortalUrls.Review(_at.Number, _at.Revision);
    private ImmutableArray<(string Claim, ActionNode Action)> Claims => ReviewRules.ClaimsOf(_review!.Trace.Graph);

    protected override async Task OnInitializedAsync()
    {
        if (TraceAddress.Read(Key) is (var number, { } revision))
        {
            _at = (number, revision);
            await ReadAsync();
        }
        if (_review is null) Navigation.NotFound();
    }

    private async Task ReadAsync() => _review = await Reviews.RunAsync(_at.Number, _at.Revision, Caller, Aborted);

    /// <summary>Claims that have an answer so far.</summary>
    private int Judged => Claims.Count(c => Given(c.Claim)?.Answer is not null);

    private ClaimAnswer? Given(string claim) =>
        (_posted ?? _review!.Draft).Answers.FirstOrDefault(a => a.Claim == claim);

    private async Task TakeNextAsync() => Navigation.SeeOther(
        Request, await Next.RunAsync(new(), Caller, Aborted) is var (trace, revision)
            ? PortalUrls.Review(trace, revision) : PortalUrls.WithQuery(PortalUrls.Reviews, ("left", "none")));

    private async Task ReserveAsync() => Show(await Reserve.RunAsync(_at.Number, _at.Revision, Caller, Aborted));

    private async Task GiveBackAsync()
    {
        await Reserve.GiveBackAsync(_at.Number, _at.Revision, Caller, Aborted);
        Navigation.SeeOther(Request, PortalUrls.Reviews);
    }

    private async Task StandAsideAsync() => Show(await Aside.RunAsync(_at.Number, _at.Revision, Why, Caller, Aborted));

    private async Task JudgeAsync()
    {
        var form = Request.Request.Form;
        _posted = new(PostedAnswers.Read(form), form["note"].ToString() is { Length: > 0 } note ? note : null);
        await Drafts.RunAsync(_at.Number, _at.Revision, _posted, Caller, Aborted);
        if (form["do"] == "keep") Navigation.SeeOther(Request, Here);
        else await ShowAsync(await Submit.RunAsync(new(_at.Number, _at.Revision, _posted.Answers, _posted.Note), Caller, Aborted));
    }

    private async Task ChangeAsync(ClaimAnswer answer) =>
        await ShowAsync(await Change.RunAsync(_at.Number, _at.Revision, answer, Caller, Aborted));

    private async Task SettleAsync()
    {
        var form = Request.Request.Form;
        (_posted, _reason) = (new(PostedAnswers.Read(form), null), form["reason"].ToString());
        await ShowAsync(await Adjudicate.RunAsync(
            new(_at.Number, _at.Revision, _posted.Answers, form["do"] == "accept", _reason), Caller, Aborted));
    }

    private async Task RetractAsync() => await ShowAsync(await Retract.RunAsync(_at.Number, _at.Revision, Why, Caller, Aborted));

    private void Show(ReserveOutcome outcome)
    {
        if (outcome is ReserveOutcome.Refused(var reason)) _refusal = reason;
        else Navigation.SeeOther(Request, Here);
    }

    private async Task ShowAsync(ReviewOutcome outcome)
    {
        switch (outcome)
        {
            case ReviewOutcome.Stored: Navigation.SeeOther(Request, Here); break;
            case ReviewOutcome.Invalid(var reason):
                _refusal = reason;
                await ReadAsync(); // somebody may have been faster
                break;
            default: _refusal = "This review is not for you to judge. What you typed stands below."; break;
        }
    }
}
