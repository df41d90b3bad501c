using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>The accessible name of a claim: what is seen on it first and in that order, then its place in the graph.</summary>
internal static class ClaimNames
{
    public static string For(ClaimRow row, ClaimSheet sheet)
    {
        var (text, id) = (row.Text, row.Id.Value);
        var seen = string.Join(
            ' ', new[] { text.Verb, id, text.Main, text.SignWord, text.Sub, row.MarkText, row.Standing.Word() }.Where(p => p.Length > 0));
        if (row.Node.IsContext) return $"{seen}. Given: it holds for every claim.";
        var order = string.Create(CultureInfo.InvariantCulture, $"Claim {row.Number} of {sheet.Rows.Length}.");
        var causes = Edges("Comes from", row.Incoming.Select(e => (e.Source, e.Relation)));
        var effects = Edges("Goes to", row.Outgoing.Select(e => (e.Target, e.Relation)));
        return $"{seen}. {order} {causes} {effects}".TrimEnd();
    }

    /// <summary>"Comes from n1, n2 (correlative)." or what it means that there are none.</summary>
    public static string Edges(string lead, IEnumerable<(NodeId Id, CausalRelation Relation)> ends)
    {
        var names = ends.Select(e => e.Relation == CausalRelation.Correlative ? e.Id.Value + " (correlative)" : e.Id.Value).ToList();
        return names.Count == 0 ? (lead == "Goes to" ? "Nothing follows." : "Starts here.") : $"{lead} {string.Join(", ", names)}.";
    }

    /// <summary>Reading numbers separated by spaces, for the keyboard module; ids may hold anything.</summary>
    public static string? Numbers(IEnumerable<NodeId> ids, ClaimSheet sheet)
    {
        var numbers =
            string.Join(' ', ids.Select(sheet.Find).OfType<ClaimRow>().Select(r => r.Number.ToString(CultureInfo.InvariantCulture)));
        return numbers.Length == 0 ? null : numbers;
    }

    /// <summary>A link to a claim on the page at <paramref name="page"/> ("" = this document, where no base address is set).</summary>
    public static string Href(string page, NodeId id) => $"{page}#{Uri.EscapeDataString(id.Value)}";

    /// <summary>What a link is called in addresses and marks: <c>e:n2>n5</c>; ids may hold anything, so they are escaped.</summary>
    public static string LinkKey(CausalEdge edge) =>
        $"e:{Uri.EscapeDataString(edge.Source.Value)}>{Uri.EscapeDataString(edge.Target.Value)}";

    public static string LinkHref(string page, CausalEdge edge) => $"{page}#{Uri.EscapeDataString(LinkKey(edge))}";

    /// <summary>The accessible name of a link: its ends, what it says, and its verdict with the first reason.</summary>
    public static string ForLink(CausalEdge edge, ClaimMark mark, ClaimSheet sheet, bool isWeakest)
    {
        var kind = edge.Relation == CausalRelation.Correlative ? "goes with" : "leads to";
        var reason = sheet.Verdicts
            .FirstOrDefault(
                v => v.Claim.Action == edge.Source && v.Claim.EdgeTarget == edge.Target
                && ClaimMarks.From(sheet.Judgements.Judge([v])) == mark)?.Reason;
        return $"Link: {edge.Source} {kind} {edge.Target}. {mark.Word()}{(reason is { Length: > 0 } ? $": {reason}" : ".")}"
            + (isWeakest ? " Weakest step." : "");
    }
}
