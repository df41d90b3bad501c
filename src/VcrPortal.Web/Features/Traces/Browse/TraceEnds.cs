using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The measurable ends that an explanation reaches: the phenotypes that it comes to, that the expression of genes
/// changes.</summary>
internal static class TraceEnds
{
    public const string Expression = "gene expression";

    private const string Phenotype = "phenotype";

    /// <summary>Whole names only, as many as a column holds.</summary>
    /// <param name="find">The entity that a whole text names, or null.</param>
    public static string In(ActionGraph graph, Func<string, RecognizedEntity?> find)
    {
        var ends = graph.Actions.Where(a => a.Primitive is { IsTerminal: true }).SelectMany(a => NamesOf(a, find)).Distinct();
        return NamesBetweenBars.From(ends);
    }

    private static IEnumerable<string> NamesOf(ActionNode end, Func<string, RecognizedEntity?> find) =>
        end[Phenotype] is { Texts: { IsEmpty: false } named } ? named.Select(text => (find(text)?.Name ?? text).ToSearchForm())
            : end.Kind == ClaimKind.Expression ? [Expression]
            : [end.Name.Replace('_', ' ').ToSearchForm()];
}
