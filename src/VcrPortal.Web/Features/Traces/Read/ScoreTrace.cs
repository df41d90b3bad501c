using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The scores of one explanation as it was generated. The formulas are those of <see
/// cref="Reasoning.Metrics.TraceScores"/>.</summary>
internal static class ScoreTrace
{
    /// <param name="find">The entity that a whole text names, or null.</param>
    public static IEnumerable<TraceScoreRow> Rows(
        int trace, ActionGraph graph, ImmutableArray<Verdict> verdicts, Func<string, RecognizedEntity?> find) =>
        Rows(trace, graph, verdicts, find, GraphJudgements.From(verdicts));

    private static IEnumerable<TraceScoreRow> Rows(
        int trace, ActionGraph graph, ImmutableArray<Verdict> verdicts, Func<string, RecognizedEntity?> find, GraphJudgements judgements) =>
    [
        Row(trace, ScoreKind.Whole, graph.IsValid ? TraceScoreRow.Valid : TraceScoreRow.Invalid, CountVerdicts.In(graph, verdicts)),
        .. graph.Problems().Where(d => d.Severity == Severity.Error).CountBy(d => d.Code)
            .Select(d => Row(trace, ScoreKind.Rule, d.Key, VerdictCounts.None, d.Value)),
        .. MentionedEntities.In(Grounded(graph, find)).CountBy(m => m.IsGrounded)
            .Select(m =>
                Row(trace, ScoreKind.Mention, m.Key ? TraceScoreRow.Grounded : TraceScoreRow.Ungrounded, VerdictCounts.None, m.Value)),
        .. verdicts.GroupBy(v => v.Verifier, StringComparer.Ordinal)
            .Select(v => Row(trace, ScoreKind.Verifier, v.Key, Counted(v.GroupBy(one => one.Claim), judgements))),
        .. Primitives(trace, graph, verdicts, judgements),
    ];

    private static IEnumerable<TraceScoreRow> Primitives(
        int trace, ActionGraph graph, ImmutableArray<Verdict> verdicts, GraphJudgements judgements)
    {
        var byClaim = verdicts.ToLookup(v => v.Claim);
        var byAction = CountVerdicts.ClaimsOf(graph, verdicts).ToLookup(c => c.Action);
        return from action in graph.Actions
               group action by action.Name.Fit(100).ToLowerInvariant() into used // databases compare names without regard to case
               let claims = used.Where(a => a.Id is not null).SelectMany(a => byAction[a.Id!.Value])
               select Row(trace, ScoreKind.Primitive, used.Key, Counted(claims.Select(c => byClaim[c]), judgements), used.Count());
    }

    private static VerdictCounts Counted(IEnumerable<IEnumerable<Verdict>> claims, GraphJudgements judgements) =>
        VerdictCounts.Count(claims.Select(judgements.Judge));

    private static TraceScoreRow Row(int trace, ScoreKind kind, string name, VerdictCounts counts, int? count = null) => new()
    {
        TraceNumber = trace,
        Kind = kind,
        Name = name.Fit(100),
        Count = count ?? counts.Claims,
        Supported = counts.Supported,
        Refuted = counts.Refuted,
        Undetermined = counts.Undetermined,
        NotTestable = counts.NotTestable,
        SameSource = counts.SameSource,
        Disputed = counts.Disputed,
        Dependent = counts.Dependent,
        Direct = counts.Direct,
    };

    private static TraceDocument Grounded(ActionGraph graph, Func<string, RecognizedEntity?> find)
    {
        var plain = new TraceDocument(graph, [], [], [], null);
        var mentions = MentionedEntities.In(plain);
        var texts = mentions.Select(m => m.Text).Concat(mentions.SelectMany(m => m.Action[m.Argument]?.Texts ?? []))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return plain with
        {
            Groundings = [
            .. from text in texts let curie = Curie.TryParse(find(text)?.Curie) where curie is not null
            select new GroundedText(text, curie.Value)]
        };
    }
}
