using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Review.Record;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Work;

/// <summary>The queue of whoever reviews. The address is the filter.</summary>
public sealed partial class ReviewsPage
{
    private ReviewPageOfItems? _found;
    private OwnRecord? _record;
    private string? _news;
    private string? _problem;

    [Inject] private ListReviews List { get; set; } = null!;
    [Inject] private TakeNext Next { get; set; } = null!;
    [Inject] private EnqueueReviews Enqueue { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;
    [Inject] private ReadOwnRecord Record { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery] private string? Order { get; set; }
    [SupplyParameterFromQuery] private string? Q { get; set; }
    [SupplyParameterFromQuery] private string? Page { get; set; }
    /// <summary>"none": the queue had nothing more.</summary>
    [SupplyParameterFromQuery] private string? Left { get; set; }
    [SupplyParameterFromForm(FormName = "enqueue")] private string? What { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);

    private ReviewQuery Query => new(
        Read(Show, ReviewShow.Open), Read(Order, ReviewOrder.Age), QueryParameter.Text(Q), QueryParameter.Page(Page));

    private string Nothing => Query.Show switch
    {
        ReviewShow.Open => "Nothing waits for your judgement.",
        ReviewShow.Mine => "You have begun nothing that is not judged.",
        ReviewShow.Judged => "You have judged nothing yet.",
        ReviewShow.Disputed => "Reviewers differ on nothing that you may settle.",
        _ => "Nothing is decided yet.",
    };

    protected override async Task OnInitializedAsync()
    {
        if (Left == "none") _news = "Nothing more waits for your judgement here.";
        await ReadAsync();
        if (_found is null) Navigation.NotFound();
    }

    private async Task ReadAsync()
    {
        _found = await List.RunAsync(Query, Caller, Request.RequestAborted);
        if (Query.Show == ReviewShow.Judged) _record = await Record.RunAsync(Caller, Request.RequestAborted);
    }

    private async Task TakeNextAsync() => Navigation.SeeOther(
        Request, await Next.RunAsync(Query, Caller, Request.RequestAborted) is var (trace, revision)
            ? PortalUrls.Review(trace, revision) : PortalUrls.WithQuery(PortalUrls.Reviews, ("left", "none")));

    private async Task EnqueueAsync()
    {
        switch (await Enqueue.RunAsync(What, Caller, Request.RequestAborted))
        {
            case EnqueueOutcome.Queued(var added, var known):
                _news = $"{added} put into the queue" + (known > 0 ? $", {known} stood there already." : ".");
                What = null;
                await ReadAsync();
                break;
            case EnqueueOutcome.Invalid(var reason): _problem = reason; break;
            default: _problem = "Only editors put traces into the queue."; break;
        }
    }

    private static string LinkTo(ReviewQuery query) => PortalUrls.WithQuery(
        PortalUrls.Reviews, ("show", query.Show == ReviewShow.Open ? null : query.Show.ToString()),
        ("order", query.Order == ReviewOrder.Age ? null : query.Order.ToString()), ("q", query.Words),
        ("page", query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null));

    private static T Read<T>(string? word, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;
}
