using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Tables;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.GeneExpression;

/// <summary>
/// DE: judges each gene of a <c>regulates_expression</c> by tables of differential expression, for the perturbation and the cell that were
/// asked about. Rows of a measured table: not tested, undetermined; significant and large the same way, supported; the other way, refuted;
/// all else by the profile. Labelled: direction agrees, supported; disagrees, refuted; not changed, by the profile. The verdict is that of
/// the profile <c>contradicted-only</c>; the other one's stands beside it (<see cref="Decide"/>). A predicted table never refutes.
/// </summary>
public sealed class ExpressionVerifier(ExpressionTables tables, EntityRecognizer recognizer) : IVerifier
{
    public static VerifierRegistration Registration { get; } = new(
        data => data.Installed.Expression is { } tables ? new ExpressionVerifier(tables, data.Installed.Recognizer) : null,
        new DecisionTable("DE, measured", "each gene of `regulates_expression`", "padj < 0.05, same direction, abs(log2FC) >= 1.5",
            "padj < 0.05, opposite direction, abs(log2FC) >= 1.5",
            "not tested; not significant; significant and smaller. By `paper-text`: not significant is refuted, smaller counts by its "
            + "direction"),
        new DecisionTable("DE, labelled", null, "the direction agrees", "it disagrees",
            "not there; changed without direction; not changed (by `paper-text`: refuted)"),
        new DecisionTable("DE, predicted", null, "as measured", "never", "all else"));

    public const string VerifierName = "DE";

    /// <summary>The threshold of the adjusted p value.</summary>
    public const double Significance = ExpressionTables.Significance;

    /// <summary>The threshold of the absolute log2 fold change, as VC-TRACES chose it.</summary>
    public const double LargeChange = 1.5;

    public string Name => VerifierName;
    public string Version => "1.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        if (ExpressionTables.Asked(request.Question) is not var (context, perturbation)) yield break;
        foreach (var action in request.Graph.Actions)
        {
            if (action is not { Kind: ClaimKind.Expression, Id: { } id, Direction: { } direction }
                || action["gene_list"] is not { } list) continue;
            var symbols = list.Texts.Distinct().ToDictionary(text => text, Symbol, StringComparer.Ordinal);
            var rows = tables.Find(context, perturbation, [.. symbols.Values.OfType<string>().Distinct()], ct).ToLookup(r => r.Gene);
            foreach (var (text, symbol) in symbols)
                yield return Judge(
                    new(id, text), direction == Direction.Up, symbol is null ? [] : [.. rows[symbol]], context, perturbation,
                    request.SourcesOf(id));
        }
    }

    /// <summary>The one gene that a text names; a family has no row.</summary>
    private string? Symbol(string text) =>
        recognizer.Match(text) switch { { Type: EntityTypes.Gene } gene => gene.Name, null => text, _ => null };

    private Verdict Judge(
        Claim claim, bool isUp, ImmutableArray<ExpressionRow> rows, string context, string perturbation, ImmutableHashSet<string> used)
    {
        var judged = rows.Select(row => (Row: row, Decision: Decide(row, isUp))).OrderBy(j => Weight(j.Decision.ContradictedOnly)).ToList();
        Verdict Say(VerdictKind kind, string reason, string? thresholds, double? score) =>
            IssueVerdict.From(this, claim, $"{context} {perturbation} {claim.Member} {(isUp ? "up" : "down")}", kind, reason,
            [.. judged.Select(j => new EvidenceRow(j.Row.Table.Source, Text(j.Row)))], used,
                string.Join(" ", tables.All.Select(t => $"{t.Name}:{t.Version}")), score, thresholds,
                judged.Count > 0 && judged.All(j => j.Row.Table.Kind == ExpressionTableKind.Predicted) ? Strength.Predicted
                    : Strength.MeasuredHere);

        if (judged.Count == 0) return Say(
            VerdictKind.Undetermined, $"No table here has {claim.Member} under {perturbation} in {context}.", null, null);
        var (row, decision) = judged[0];
        var kinds = judged.Select(j => j.Decision.ContradictedOnly).ToHashSet();
        var thresholds =
            $"padj {Number(Significance)}, |log2FC| {Number(LargeChange)}; by paper-text: "
            + $"{decision.PaperText.ToString().ToLowerInvariant()}";
        return kinds.Contains(VerdictKind.Supported) && kinds.Contains(VerdictKind.Refuted)
            ? Say(VerdictKind.Undetermined, $"The tables disagree on {claim.Member}.", thresholds, null)
            : Say(decision.ContradictedOnly, $"{Text(row)}. {Meaning(decision.ContradictedOnly, isUp)}", thresholds, row.Log2FoldChange);
    }

    /// <summary>The decision table, both profiles.</summary>
    public static (VerdictKind ContradictedOnly, VerdictKind PaperText) Decide(ExpressionRow row, bool isUp)
    {
        var (lenient, strict) = row.Table.Kind == ExpressionTableKind.Labelled ? Labelled(row, isUp) : Measured(row, isUp);
        return row.Table.Kind == ExpressionTableKind.Predicted ? (NeverRefuted(lenient), NeverRefuted(strict)) : (lenient, strict);
    }

    private static (VerdictKind, VerdictKind) Labelled(ExpressionRow row, bool isUp) => row switch
    {
        { IsUp: { } up } => up == isUp ? (VerdictKind.Supported, VerdictKind.Supported) : (VerdictKind.Refuted, VerdictKind.Refuted),
        { IsChanged: false } => (VerdictKind.Undetermined, VerdictKind.Refuted),
        _ => (VerdictKind.Undetermined, VerdictKind.Undetermined), // changed, and this table does not say which way
    };

    private static (VerdictKind, VerdictKind) Measured(ExpressionRow row, bool isUp)
    {
        if (row is not { Adjusted: { } adjusted, Log2FoldChange: { } change }) return (VerdictKind.Undetermined, VerdictKind.Undetermined);
        if (!(adjusted < Significance)) return (VerdictKind.Undetermined, VerdictKind.Refuted);
        var verdict = change > 0 == isUp ? VerdictKind.Supported : VerdictKind.Refuted;
        return (Math.Abs(change) >= LargeChange ? verdict : VerdictKind.Undetermined, verdict);
    }

    private static VerdictKind NeverRefuted(VerdictKind kind) => kind == VerdictKind.Refuted ? VerdictKind.Undetermined : kind;

    private static int Weight(VerdictKind kind) => kind == VerdictKind.Undetermined ? 1 : 0;

    private static string Meaning(VerdictKind kind, bool isUp) => kind switch
    {
        VerdictKind.Supported => $"The claim says {(isUp ? "up" : "down")} too.",
        VerdictKind.Refuted => $"The claim says {(isUp ? "up" : "down")}.",
        _ => "That is no verdict on the direction claimed.",
    };

    private static string Text(ExpressionRow row)
    {
        var said = row.Table.Kind == ExpressionTableKind.Labelled
            ? row.IsUp switch { true => "up", false => "down", null => row.IsChanged == true ? "changed" : "not changed" }
            : row.Adjusted is { } p
                ? $"log2FC {Number(row.Log2FoldChange ?? 0)}, padj {p.ToString("0.##E+0", CultureInfo.InvariantCulture)}" : "not tested";
        var dose = row.Dose is { } d ? $" at {Number(d)} \u00B5M{(row.Plates > 1 ? $", the largest of {row.Plates} plates" : "")}" : "";
        return $"{row.Table.Title}: {row.Gene} under {row.Perturbation} in {row.Context}{dose}: {said}";
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
