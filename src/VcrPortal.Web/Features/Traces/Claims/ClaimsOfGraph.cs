using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Data;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>The claims of a graph as rows: who does what to whom.</summary>
internal static class ClaimsOfGraph
{
    /// <summary>Rows of one trace; a graph with more is longer than any explanation, and its rest is not indexed.</summary>
    public const int Limit = 400;

    // The first argument that an action has of these.
    private static readonly string[] Actors = ["actor", "regulator", "source", "enzyme", "sender", "entity_a", "variant"];
    private static readonly string[] Targets =
        ["target", "gene_list", "phenotype", "pathway", "protein", "rna_id", "complex", "locus", "product", "receiver", "entity_b",
            "entity", "members"];

    /// <param name="find">The entity that a whole text names, or null.</param>
    public static ImmutableArray<TraceClaimRow> Rows(int trace, ClaimSheet sheet, Func<string, RecognizedEntity?> find)
    {
        var rows = from claim in sheet.Actions
                   where claim.Node.Id is not null
                   let actor = TextsOf(claim.Node, Actors).FirstOrDefault() ?? ""
                   from target in TextsOf(claim.Node, Targets).DefaultIfEmpty("").Distinct(StringComparer.Ordinal)
                   where target.Length > 0 || actor.Length > 0
                   select (claim, actor, target);
        return [.. rows.Take(Limit).Select((r, at) => new TraceClaimRow
        {
            TraceNumber = trace,
            Ordinal = at,
            Action = r.claim.Id.Value.Fit(100),
            Primitive = r.claim.Node.Name.ToLowerInvariant().Fit(100),
            Kind = r.claim.Node.Kind,
            Actor = KeyOf(r.actor, find),
            ActorLabel = r.actor.Fit(200),
            Target = KeyOf(r.target, find),
            TargetLabel = r.target.Fit(200),
            Sign = r.claim.Node.OutputSign,
            Mark = r.claim.Mark,
        })];
    }

    /// <summary>A name as claims are compared by it: the canonical one of what is known, else the words.</summary>
    public static string KeyOf(string name, Func<string, RecognizedEntity?> find) =>
        (name.Length == 0 ? name : find(name)?.Name ?? name).ToSearchForm().Fit(200);

    private static ImmutableArray<string> TextsOf(ActionNode node, string[] arguments) =>
        arguments.Select(a => node[a]?.Texts ?? []).FirstOrDefault(texts => !texts.IsDefaultOrEmpty, []);
}
