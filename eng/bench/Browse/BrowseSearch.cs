using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Bench.Browse;

/// <summary>A search, and the condition that somebody who knows the tables would write for it.</summary>
/// <param name="Where">Over <c>Traces t</c>.</param>
internal sealed record BrowseSearch(string What, TraceQuery Query, string Where = "1 = 1", string Order = "t.ChangedAt DESC, t.Number DESC")
{
    /// <summary>The whole corpus, one entity of each kind, words, verdicts, both ends of the list, and two at once.</summary>
    public static ImmutableArray<BrowseSearch> Over(KnowledgeBase known)
    {
        string Quoted(IEnumerable<string> names) =>
            string.Join(", ", names.Select(n => $"'{n.Replace("'", "''", StringComparison.Ordinal)}'"));
        var mek = Quoted(known.Compounds.Where(c => c.Mechanism == "MEK inhibitor").Select(c => c.Name));
        var bcl2 = Quoted(known.Compounds.Where(c => c.Targets.Contains("BCL2")).Select(c => c.Name));
        return
        [
            new("all", new()),
            new("page 20", new(Page: 20)),
            new("page 300", new(Page: 300)),
            new("most disputed", new(Sort: TraceSort.Disputed), Order: "t.Against DESC, t.ChangedAt DESC, t.Number DESC"),
            new("best supported", new(Sort: TraceSort.Supported),
                Order: "t.Direct DESC, t.Supported DESC, t.ChangedAt DESC, t.Number DESC"),
            new("a compound", new("compound:Binimetinib"), "t.Compound = 'Binimetinib'"),
            new("a line", new("line:C32"), "t.CellLine = 'C32'"),
            new("a compound in a line", new("compound:Venetoclax line:HOP62"), "t.Compound = 'Venetoclax' AND t.CellLine = 'HOP62'"),
            new("a tissue", new("tissue:Lung"), "t.Organ = 'Lung'"),
            new("a mechanism", new("mechanism:\"MEK inhibitor\"", Sort: TraceSort.Newest), $"t.Compound IN ({mek})"),
            new("a target", new("target:BCL2", Sort: TraceSort.Newest), $"t.Compound IN ({bcl2})"),
            new("a kind of claim", new("kind:binds_to"), "t.Kinds LIKE '%|binds_to|%'"),
            new("no such verdict", new("verdict:disputed"), "t.Disputed > 0"),
            new("a tissue without a mechanism", new("tissue:Skin -mechanism:\"MEK inhibitor\""),
                $"t.Organ = 'Skin' AND t.Compound NOT IN ({mek})"),
            new("an end", new("end:apoptosis"), "t.Ends LIKE '%|pheno:apoptosis|%'"),
            new("nothing judged", new("judged:none"), "t.Judged = 'None'"),
            new("no such review", new("review:accepted"), "t.Review = 'Accepted'"),
            new("no vote in a line", new("votes:none line:C32"), "t.Voted = 'None' AND t.CellLine = 'C32'"),
            new("no comment on a compound", new("comments:none compound:Binimetinib"),
                "t.Commented = 'None' AND t.Compound = 'Binimetinib'"),
            new("commented", new("comments:some"), "t.Comments <> 0"),
            new("most discussed", new(Sort: TraceSort.Discussed), Order: "t.Talked DESC, t.ChangedAt DESC, t.Number DESC"),
        ];
    }

    /// <summary>Words of the texts.</summary>
    public static ImmutableArray<BrowseSearch> OfWords { get; } =
    [
        .. ((string[])["apoptosis", "cytochrome", "phosphorylation", "mitochondrial outer membrane", "sequestration", "endothelial"])
            .Select(w => new BrowseSearch(
                w, new($"text:\"{w}\""), $"t.Number IN (SELECT rowid FROM TraceWords WHERE TraceWords MATCH '\"{w}\"')")),
    ];
}
