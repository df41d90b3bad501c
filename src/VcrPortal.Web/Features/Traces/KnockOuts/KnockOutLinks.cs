using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.KnockOuts;

/// <summary>Addresses of one page of a trace under assumptions: what is chosen there stays chosen.</summary>
/// <param name="Path">The address of the page, without query.</param>
/// <param name="View">The view that was asked for, or null.</param>
/// <param name="End">The conclusion whose cut sets are shown, or null.</param>
public sealed record KnockOutLinks(string Path, string? View, NodeId? End, ImmutableArray<Assumption> Assumed)
{
    /// <summary>Which categories the graph shows folded, as the address says it; null where the page decides.</summary>
    public string? Fold { get; init; }

    public string ToFold(string fold) => (this with { Fold = fold }).Here();

    public string Here(string fragment = "") => To(Assumed, View, End, fragment);

    public string ToView(string view) => To(Assumed, view, End, "");

    public string ToEnd(NodeId end) => To(Assumed, View, end, "#knock-out");

    public string With(Assumption more, string fragment) => To(Assumed.Add(more), View, End, fragment);

    public string Without(Assumption less, string fragment) => To(Assumed.Remove(less), View, End, fragment);

    public string Only(IEnumerable<Assumption> assumed) => To([.. assumed], View, End, "#knock-out");

    private string To(ImmutableArray<Assumption> assumed, string? view, NodeId? end, string fragment) => PortalUrls.WithQuery(
        Path, ("view", view), ("out", assumed.IsEmpty ? null : string.Join(',', assumed)), ("end", end?.Value), ("fold", Fold)) + fragment;
}
