using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Review;

/// <summary>Which claims no independent data could judge, and why: what to look for next. A claim that rests on others is counted with the
/// one at the root of its chain, the first that nothing supports.</summary>
internal sealed class VerdictGaps
{
    private const int Shown = 60;

    private readonly Dictionary<string, int> _gaps = [];
    private readonly Dictionary<string, int> _roots = [];
    private readonly Dictionary<string, int> _disputed = [];

    public void Add(ActionGraph graph, Claim claim, GraphJudgements judgements)
    {
        var judgement = judgements[claim];
        if (judgement.Kind == JudgementKind.Disputed)
            Count(_disputed, $"{Describe(graph, claim.Action, claim.Member)} | {RowOf(judgement.Telling!)}");
        if (judgement.IsJudged) return;
        if (judgement is { Kind: JudgementKind.Dependent, RestsOn: { } at })
        {
            var seen = new HashSet<NodeId>();
            while (seen.Add(at) && judgements.OfAction(at) is { Kind: JudgementKind.Dependent, RestsOn: { } further }) at = further;
            Count(_roots, $"{judgements.OfAction(at).Kind}: {Describe(graph, at, null)} | {Reason(judgements.OfAction(at))}");
        }
        else Count(_gaps, $"{judgement.Kind}: {Describe(graph, claim.Action, claim.Member)} | {Reason(judgement)}");
    }

    public IEnumerable<string> Lines() =>
    [
        "", "Claims without a verdict, by what they say:", .. Most(_gaps),
        "", "Claims that wait for another one, by that one:", .. Most(_roots),
        "", "Claims that are disputed, by the first row against them:", .. Most(_disputed),
    ];

    private static string RowOf(Verdict verdict) => $"{verdict.Rows[0].Text} ({verdict.Rows[0].Source})";

    /// <summary>That a target is not missing in a line is said of each line, and is no reason.</summary>
    private static string? Reason(ClaimJudgement judgement) =>
        judgement.Telling is { Verifier: not "Expressed" } telling ? telling.Reason : null;

    private static string Describe(ActionGraph graph, NodeId id, string? member) => graph.Find(id) is not { } action ? "context"
        : $"{action.Name} {action.Text("regulator") ?? action.Text("actor") ?? action.Text("source") ?? Before(graph, id)} > "
            + $"{member ?? action.Text("target") ?? action.Text("phenotype") ?? action.Text("pathway") ?? action.Text("protein")} "
            + action.Direction;

    /// <summary>What the claim follows from, where it names nothing itself.</summary>
    private static string Before(ActionGraph graph, NodeId id) => string.Join(
        "+", graph.Edges.Where(e => e.Target == id).Select(e => graph.Find(e.Source)).OfType<ActionNode>()
            .Select(a => a.Text("target") ?? a.Text("protein")).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Most(Dictionary<string, int> counts) =>
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Shown)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value,6:N0}  {c.Key}"));

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
