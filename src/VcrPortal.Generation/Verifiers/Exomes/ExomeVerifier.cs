using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.Exomes;

/// <summary>
/// Judges each alteration that <c>set_context</c> states, and <c>gain_of_function</c> / <c>loss_of_function</c> of the line, by a second
/// exome: that of the NCI-60 panel. A function-affecting variant supports that the gene is altered. It never refutes: an empty cell of
/// that table says that none was called, not that there is none.
/// </summary>
public sealed class ExomeVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.Nci60Exome)
{
    public static VerifierRegistration Registration { get; } = new(data => new ExomeVerifier(data.Evidence), new DecisionTable(
        "Second exome", "alterations of the line", "the exome of the NCI-60 panel has a function-affecting variant of the gene in the line",
        "never: nothing called is not wild type", "line or gene not there; no variant called"));

    public override string Name => "Second exome";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request) =>
        StatedAlterations.For(request, Evidence.Recognizer).SelectMany(Judge);

    private IEnumerable<Verdict> Judge(StatedAlteration stated) => Say(
        stated.Claim, $"{stated.Line}: {stated.Text}", stated.Used,
        Evidence.Pack.Lines.Exome(stated.Gene, stated.Line)?.Percent is > 0 and var percent ? [Found(stated, percent)] : [],
        $"The NCI-60 exomes call no variant of {stated.Gene} in {stated.Line}. That there is none does not follow.");

    private static Finding Found(StatedAlteration stated, double percent) => new(
        VerdictKind.Supported,
        $"A second exome has a function-affecting variant of {stated.Gene} in {stated.Line}. To what effect it does not say.",
        [
            new(EvidenceSource.Nci60,
                string.Create(CultureInfo.InvariantCulture, $"exome of {stated.Line}: {stated.Gene} {percent:0.#}%")),
        ],
        Strength.MeasuredHere);
}
