using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.Transcripts;

/// <summary>
/// Judges lost genes and gained copies of a line by the transcripts that others measured in it: a gene that most lines express and this one
/// does not is lost here, however that came about; one that stands far above the other lines has more copies at work. It never refutes: a
/// lost function can leave its transcript, and a gain need not show.
/// </summary>
public sealed class TranscriptVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.LineExpression)
{
    /// <summary>Lines in which a gene must be known, so that "most lines" means something.</summary>
    public const int FewestLines = 20;

    /// <summary>A gained gene stands this many times above the median of the lines; a second copy alone would not show.</summary>
    public const double TimesTheMedian = 8;

    public static VerifierRegistration Registration { get; } = new(data => new TranscriptVerifier(data.Evidence), new DecisionTable(
        "Transcript", "loss of function and gain of copies in the line",
        "lost: below 0.5 TPM in the line, where at least half of the lines have 2 TPM or more; gained copies: 8 times the median of the "
        + "lines or more, and 2 TPM at least",
        "never: a lost function can leave its transcript, and a gain need not show", "gene or line not known; all else"));

    public override string Name => "Transcript";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request) =>
        StatedAlterations.For(request, Evidence.Recognizer).Where(stated => stated.IsLoss || stated.IsCopyGain).SelectMany(Judge);

    private IEnumerable<Verdict> Judge(StatedAlteration stated) => Say(
        stated.Claim, $"{stated.Line}: {stated.Text}", stated.Used, Found(stated) is { } finding ? [finding] : [],
        $"The transcripts of {stated.Gene} in {stated.Line} do not show it, or are not known. That it is not so does not follow.");

    private Finding? Found(StatedAlteration stated)
    {
        if (Evidence.Pack.Lines.Expression(stated.Gene, stated.Line) is not { } here) return null;
        var all = Evidence.Pack.Lines.ExpressionOf(stated.Gene);
        if (all.Length < FewestLines) return null;
        var expressed = all.Count(line => line.IsExpressed == true);
        var median = Median(all);
        if (stated.IsLoss && here.IsExpressed == false && expressed * 2 >= all.Length) return Supported(
            here, $"{stated.Gene} has no transcript in {stated.Line}, and {expressed} of {all.Length} lines express it.", median);
        return stated.IsCopyGain && here.IsExpressed == true && here.Tpm >= TimesTheMedian * median ? Supported(
            here, string.Create(CultureInfo.InvariantCulture,
                $"{stated.Gene} is at {here.Tpm / median:0} times the median of {all.Length} lines, as gained copies would have it."),
            median) : null;
    }

    private static Finding Supported(BaselineExpression here, string reason, double median) => new(
        VerdictKind.Supported, reason,
        [
            new(EvidenceSource.DepMap, string.Create(
                CultureInfo.InvariantCulture,
                $"{here.Gene} in untreated {here.Line}: {here.Tpm:0.##} TPM; median of the lines {median:0.##}")),
        ],
        Strength.MeasuredHere, Thresholds: "lost below 0.5 TPM; gained from 8 times the median");

    private static double Median(ImmutableArray<BaselineExpression> all)
    {
        var sorted = all.Select(line => line.Tpm).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
