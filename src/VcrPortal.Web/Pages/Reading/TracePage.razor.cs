using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Traces;
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

    /// <summary>Four lanes just fit beside the details; the gutter would push them out.</summary>
    private const int LanesWithZones = 3;

    private TraceView? _trace;
    private ClaimSheet _sheet = null!;
    private GraphLayout _layout = null!;
    private ClaimRow? _first;
    private DiscussionView? _said;
    private KnockOut _knockOut = null!;
    private KnockOutLinks _links = null!;
    private FrozenDictionary<int, EvidenceItem> _evidence = FrozenDictionary<int, EvidenceItem>.Empty;

    [Inject] private ReadTrace Traces { get; set; } = null!;
    [Inject] private ReadDiscussion Discussions { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary><c>VCT12563</c> or <c>VCT12563@2</c>.</summary>
    [Parameter] public string Key { get; set; } = "";
    [SupplyParameterFromQuery(Name = "view")] private string? ViewName { get; set; }
    [SupplyParameterFromQuery] private string? About { get; set; }
    /// <summary>What the reader assumes to be false: <c>n3,n7,src:Tahoe-100M</c>.</summary>
    [SupplyParameterFromQuery(Name = "out")] private string?[]? Out { get; set; }
    /// <summary>The conclusion whose cut sets are listed.</summary>
    [SupplyParameterFromQuery(Name = "end")] private string? End { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    /// <summary>Null: the graph, and on a phone the outline.</summary>
    private string? View => Views.Any(v => v.View == ViewName) ? ViewName : null;
    private string Here => new Uri(Navigation.Uri).PathAndQuery;
    private string PathHere => new Uri(Navigation.Uri).AbsolutePath;
    private Caller Caller => Caller.From(Request.User);
    private string Permalink => PortalUrls.Trace(_trace!.Number, _trace.Revision);
    private string PermalinkHere => (_links with { Path = Permalink }).Here();

    private string Description => TallyText.Describe(_trace!.Counts);

    protected override async Task OnInitializedAsync()
    {
        if (TraceAddress.Read(Key) is { } address) _trace =
            await Traces.RunAsync(address.Number, address.Revision, Caller, Request.RequestAborted);
        if (_trace is null)
        {
            Navigation.NotFound();
            return;
        }
        _knockOut = KnockOut.From(_trace, Out ?? []);
        _links = new KnockOutLinks(
            new Uri(Navigation.Uri).AbsolutePath, View, End is { Length: > 0 } end ? new NodeId(end) : null, _knockOut.Assumed);
        _sheet = ClaimSheet.From(_trace.Graph, _trace.Verdicts, isFinal: true).Under(_knockOut.Standings(), _knockOut.IsFalse.Edges);
        _layout = LayeredLayout.Arrange(_trace.Graph);
        _first = _sheet.Rows.FirstOrDefault(r => r.Mark == ClaimMark.Refuted) ?? _sheet.Actions.FirstOrDefault() ?? _sheet.Context;
        _said = await Discussions.RunAsync(_trace.Number, _trace.Revision, Caller, Request.RequestAborted);
        _evidence = _trace.Evidence.DistinctBy(e => e.Number).ToFrozenDictionary(e => e.Number);
    }

    /// <summary>A claim as a subject; null for an id that is too long to be talked about on its own.</summary>
    private static Subject? TalkAbout(ClaimRow row) =>
        new Subject.Node(row.Id) is { Text.Length: <= Subject.MostCharacters } subject ? subject : null;

    private string Absolute(string path) => Navigation.ToAbsoluteUri(path).AbsoluteUri;

    private ImmutableArray<EvidenceItem> CitedBy(NodeId id) =>
        [.. _trace!.Citations.GetValueOrDefault(id, []).Where(_evidence.ContainsKey).Select(n => _evidence[n])];
}
