using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Genotypes;

/// <summary>
/// Judges each alteration that <c>set_context</c> states, and <c>gain_of_function</c> / <c>loss_of_function</c>, against the line's driver
/// table. Same gene and effect: supported. Opposite effect, or a gene without any alteration in the line: refuted. Altered with unknown
/// effect: undetermined.
/// </summary>
public sealed class GenotypeVerifier(KnowledgeIndex knowledge, EntityRecognizer recognizer) : IVerifier
{
    public static VerifierRegistration Registration { get; } = new(
        data => new GenotypeVerifier(data.Index, data.Installed.Recognizer),
        new DecisionTable("Genotype", null, "same gene and effect in the driver table", "opposite effect, or no alteration of the gene",
            "altered to unknown effect; line not in the table"));

    public string Name => "Genotype";
    public string Version => "1.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        var line = LineOf(request.Graph);
        foreach (
            var stated in (request.Graph.Context?.Text("genotype") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            ct.ThrowIfCancellationRequested();
            var own = request.Question.Alterations.FirstOrDefault(a => a.Text == stated)?.Fact.Source;
            var used = own is null ? request.SourcesOf(Claim.ContextId) : [own];
            yield return Judge(Claim.ForContext(stated), stated, EffectIn(stated), line, used);
        }
        foreach (var action in request.Graph.Actions)
            if (action is { Id: { } id, Kind: ClaimKind.ProteinFunction } && !IsThePerturbation(action, request))
                yield return Judge(new(id), $"{action.Text("protein")} {action.Text("variant")}",
                    action.OutputSign > 0 ? AlterationEffect.GainOfFunction : AlterationEffect.LossOfFunction, line,
                        request.SourcesOf(id));
    }

    private CellLine? LineOf(ActionGraph graph) =>
        graph.Context?.Text("cell_type") is { } written && recognizer.Match(written) is { Type: EntityTypes.CellLine } match
            ? knowledge.Line(match.Name) : null;

    /// <summary>A knock-down that the experiment makes is no property of the line.</summary>
    private static bool IsThePerturbation(ActionNode action, VerificationRequest request) =>
        request.Question.Causes.Any(c => c.IsGeneEdit && c.Actor == action.Text("protein"));

    private Verdict Judge(Claim claim, string stated, AlterationEffect effect, CellLine? line, ImmutableHashSet<string> used)
    {
        Verdict Say(VerdictKind kind, string reason, params ImmutableArray<EvidenceRow> rows) =>
            IssueVerdict.From(this, claim, $"{line?.Name}: {stated}", kind, reason, rows, used, knowledge.Knowledge.Version,
                strength: Strength.MeasuredHere);

        if (line is null) return Say(VerdictKind.Undetermined, "The line is not in the driver table.");
        var gene = recognizer.Match(stated.Split(' ')[0]) is { Type: EntityTypes.Gene } match ? match.Name : stated.Split(' ')[0];
        var rows = line.Alterations.Where(a => a.Gene == gene).ToList();
        var shown = new EvidenceRow(
            FactEvidence.Tahoe,
            $"{(rows.Count == 0 ? "cell_line_metadata" : FactEvidence.TableOf(rows[0]))}, {line.Name}: "
            + (rows.Count == 0 ? $"no row for {gene}" : string.Join("; ", rows.Select(Text))),
            line.Id.ToString());
        if (rows.Count == 0) return Say(VerdictKind.Refuted, $"{line.Name} has no driver alteration of {gene}.", shown);
        if (rows.Any(r => r.Effect == effect && effect != AlterationEffect.Unknown)) return Say(
            VerdictKind.Supported, rows[0].IsLikely ? $"The table of variants calls a loss of {gene} likely in {line.Name}."
                : $"The driver table lists {gene} with this effect in {line.Name}.", shown);
        if (effect == AlterationEffect.Unknown || rows.Any(r => r.Effect == AlterationEffect.Unknown))
            return Say(VerdictKind.Undetermined, $"{gene} is altered in {line.Name}; the table does not say to what effect.", shown);
        return Say(VerdictKind.Refuted, $"The driver table lists the opposite effect for {gene} in {line.Name}.", shown);
    }

    private static string Text(DriverAlteration row) =>
        $"{row.Gene} {row.Change} {row.Effect}".Replace("  ", " ", StringComparison.Ordinal);

    private static AlterationEffect EffectIn(string stated) =>
        stated.EndsWith(" GoF", StringComparison.OrdinalIgnoreCase) ? AlterationEffect.GainOfFunction
        : stated.EndsWith(" LoF", StringComparison.OrdinalIgnoreCase) ? AlterationEffect.LossOfFunction : AlterationEffect.Unknown;
}
