using System.Globalization;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.Features.Batches.Corpus;

/// <summary>Shares as a reader says them: never a per cent of nothing, and never 100% or 0% of what is only nearly so.</summary>
internal static class ShareText
{
    public const string NoIndependentVerdict = "no independent verdict";

    public static string Percent(Share share) => share.Value is not { } value ? "none" : value switch
    {
        0 => "0%",
        1 => "100%",
        < 0.001 => "under 0.1%",
        > 0.999 => "over 99.9%",
        _ => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>"12 of 40".</summary>
    public static string For(Share share) => string.Create(CultureInfo.InvariantCulture, $"{share.Part:N0} of {share.Whole:N0}");

    /// <summary>A verifier that only heard the engine's own source, or nothing, says so.</summary>
    public static string Score(VerifierLine line) => line.Score.Whole == 0 ? NoIndependentVerdict : Percent(line.Score);
}
