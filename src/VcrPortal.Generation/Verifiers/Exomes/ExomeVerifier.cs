using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Exomes;

/// <summary>
/// Judges each alteration that <c>set_context</c> states, and <c>gain_of_function</c> / <c>loss_of_function</c> of the line, by a second
/// exome: that of the NCI-60 panel. A function-affecting variant supports that the gene is altered. It never refutes: an empty cell of
/// that table says that none was called, not that there is none.
/// </summary>
public sealed class ExomeVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.Nci60Exome)
{
    public static DecisionTable Table { get; } = new(
        "Second exome", "alterations of the line", "the exome of the NCI-60 panel has a function-affecting variant of the gene in the line",
        "never: nothing called is not wild type", "line or gene not there; no variant called");

    public override string Name => "Second exome";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        if ((request.Graph.Context?.Text("cell_type") ?? request.Question.Line?.Name) is not { } line) yield break;
        foreach (
            var stated in (request.Graph.Context?.Text("genotype") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var own = request.Question.Alterations.FirstOrDefault(a => a.Text == stated)?.Fact.Source;
            foreach (var verdict in Judge(Claim.ForContext(stated), stated, line, own is null ? request.SourcesOf(Claim.ContextId) : [own]))
                yield return verdict;
        }
        foreach (var action in request.Graph.Actions)
            if (action is { Id: { } id, Kind: ClaimKind.ProteinFunction } && !IsThePerturbation(action, request))
                foreach (var verdict in Judge(new(id), action.Text("protein") ?? "", line, request.SourcesOf(id))) yield return verdict;
    }

    /// <summary>A knock-down that the experiment makes is no property of the line.</summary>
    private static bool IsThePerturbation(ActionNode action, VerificationRequest request) =>
        request.Question.Causes.Any(c => c.IsGeneEdit && c.Actor == action.Text("protein"));

    private IEnumerable<Verdict> Judge(
        Claim claim, string stated, string line, ImmutableHashSet<string> used)
    {
        var named = stated.Split(' ')[0];
        var gene = Evidence.Recognizer.Match(named) is { Type: EntityTypes.Gene } match ? match.Name : named;
        var percent = Evidence.Pack.Lines.Exome(gene, line)?.Percent;
        return Say(claim, $"{line}: {stated}", used, percent is > 0
            ?
            [
                new Finding(
                    VerdictKind.Supported,
                        $"A second exome has a function-affecting variant of {gene} in {line}. To what effect it does not say.",
                    [new(EvidenceSource.Nci60, string.Create(CultureInfo.InvariantCulture, $"exome of {line}: {gene} {percent:0.#}%"))],
                    Strength.MeasuredHere),
            ]
            : [], $"The NCI-60 exomes call no variant of {gene} in {line}. That there is none does not follow.");
    }
}
