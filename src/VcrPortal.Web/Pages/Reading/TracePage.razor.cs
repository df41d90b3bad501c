using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Jobs.Refining;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces.KnockOuts;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Pages.Reading;

/// <summary>One trace, or one frozen revision of it: a document. Everything in it is reached by links alone.</summary>
public sealed partial class TracePage
{
    private static readonly (string View, string Word)[] Views = [("graph", "Graph"), ("outline", "Outline"), ("table", "Table")];

    private static readonly (string Pane, string Word)[] Panes =
        [("answer", "Answer"), ("path", "Path"), ("claims", "Claims"), ("discussion", "Discussion")];

    private TraceView? _trace;
    private (int Trace, int Revision)? _heldBack;
    private TraceView? _latest;
    private int _asked;
    private ClaimSheet _sheet = null!;
    private ImmutableArray<(PrimitiveCategory Category, int Claims, int Cards)> _foldable = [];
    private FrozenSet<PrimitiveCategory> _folds = [];
    private FoldedSheet _folded = null!;
    private GraphLayout _layout = null!;
    private ClaimRow? _first;
    private ConclusionText _answer = null!;
    private DiscussionView? _said;
    private ImmutableArray<Contradicted> _contradicted = [];
    private IReadOnlyDictionary<NodeId, (string Short, string Words)> _talk = FrozenDictionary<NodeId, (string, string)>.Empty;
    private RefinementStory? _trail;
    private KnockOut _knockOut = null!;
    private KnockOutLinks _links = null!;

    [Inject] private ReadTrace Traces { get; set; } = null!;
    [Inject] private FindHeldBack HeldBack { get; set; } = null!;
    [Inject] private ReadDiscussion Discussions { get; set; } = null!;
    [Inject] private FindContradictions Contradictions { get; set; } = null!;
    [Inject] private ReadTrail Trails { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary><c>VCT12563</c> or <c>VCT12563@2</c>.</summary>
    [Parameter] public string Key { get; set; } = "";
    [SupplyParameterFromQuery(Name = "view")] private string? ViewName { get; set; }
    [SupplyParameterFromQuery] private string? About { get; set; }
    /// <summary>What the reader assumes to be false: <c>n3,n7,src:Tahoe-100M</c>.</summary>
    [SupplyParameterFromQuery(Name = "out")] private string?[]? Out { get; set; }
    /// <summary>The conclusion whose cut sets are listed.</summary>
    [SupplyParameterFromQuery(Name = "end")] private string? End { get; set; }
    /// <summary>Categories that share cards in the graph: <c>all</c>, <c>none</c>, <c>function,expression</c>; without it, those of a
    /// large graph.</summary>
    [SupplyParameterFromQuery] private string? Fold { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    /// <summary>Null: the graph, and on a phone the outline.</summary>
    private string? View => Views.Any(v => v.View == ViewName) ? ViewName : null;
    private string Here => new Uri(Navigation.Uri).PathAndQuery;
    private string PathHere => new Uri(Navigation.Uri).AbsolutePath;
    private Caller Caller => Caller.From(Request.User);
    private bool MayAnnotate => Caller.May(Operation.MarkPassage) && _trace!.ReportMarkdown.Length > 0;
    private string Permalink => PortalUrls.Trace(_trace!.Number, _trace.Revision);
    private string PermalinkHere => (_links with { Path = Permalink }).Here();

    /// <summary>What search engines and messengers show of the link: the answer, and how many claims it rests on.</summary>
    private string Description => $"{_answer} {CountText.Describe(_trace!.Counts)}";

    protected override async Task OnInitializedAsync()
    {
        if (TraceAddress.Read(Key) is { } address) _trace =
            await Traces.RunAsync(address.Number, address.Revision, Caller, Request.RequestAborted);
        if (_trace is null)
        {
            if (!await IsToldWhyNotAsync()) Navigation.NotFound();
            return;
        }
        _knockOut = KnockOut.From(_trace, Out ?? []);
        _links = new KnockOutLinks(
            new Uri(Navigation.Uri).AbsolutePath, View, End is { Length: > 0 } end ? new NodeId(end) : null, _knockOut.Assumed)
        { Fold = Fold };
        _sheet = ClaimSheet.From(_trace.Graph, _trace.Verdicts, isFinal: true).Under(_knockOut.Standings(), _knockOut.IsFalse.Edges);
        _answer = ConclusionText.From(_trace, _sheet);
        FoldGraph();
        _first = _sheet.Rows.FirstOrDefault(r => r.Mark == ClaimMark.Refuted) ?? _sheet.Actions.FirstOrDefault() ?? _sheet.Context;
        _said = await Discussions.RunAsync(_trace.Number, _trace.Revision, Caller, Request.RequestAborted);
        _contradicted = [.. (await Contradictions.RunAsync(_trace, Caller, Request.RequestAborted))
            .Select(told => new Contradicted(told.Quote, told.Sentence))];
        if (_trace.JobNumber is { } job) _trail = await Trails.RunAsync(job, Caller, Request.RequestAborted);
        if (_said is { } said) _talk = VoteText.OnCards(said);
    }

    /// <summary>It waits for a judgement, or it has other revisions; else there is none for this caller.</summary>
    private async Task<bool> IsToldWhyNotAsync()
    {
        if (TraceAddress.Read(Key) is not var (number, revision)) return false;
        _heldBack = await HeldBack.OfTraceAsync(number, Caller, Request.RequestAborted);
        if (_heldBack is not null) return true;
        if (revision is not { } asked
            || await Traces.RunAsync(number, null, Caller, Request.RequestAborted) is not { } latest) return false;
        (_latest, _asked) = (latest, asked);
        // It is set as the answer starts: a page that says so earlier is thrown away, and the general one is shown.
        Request.Response.OnStarting(() =>
        {
            Request.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return true;
    }

    private void FoldGraph()
    {
        _foldable = FoldClaims.Foldable(_sheet);
        _folds = [.. FoldChoice.Read(Fold, _sheet.Actions.Count()).Where(c => _foldable.Any(kind => kind.Category == c))];
        _folded = FoldClaims.Run(_sheet, _folds);
        _layout = LayeredLayout.Arrange(_folded.Sheet.Graph);
    }

    private static string ReportSize(TraceView trace)
    {
        var words = trace.ReportMarkdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var sources = trace.Evidence.Select(e => e.Source).Distinct().Count();
        return string.Create(CultureInfo.InvariantCulture, $"{words} words, {sources} {(sources == 1 ? "source" : "sources")}");
    }

    private string Absolute(string path) => Navigation.ToAbsoluteUri(path).AbsoluteUri;
}
