using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Features.Traces;

/// <summary>How much of an explanation independent data judged: of its claims none, or up to (and without) a quarter, a half, three
/// quarters, or more. Bands, because a share of a dozen claims is no finer.</summary>
public enum JudgedShare { None, Little, Some, Half, Most }

internal static class JudgedShares
{
    public static JudgedShare From(VerdictCounts counts) =>
        counts.Judged == 0 ? JudgedShare.None : (counts.Judged * 4 / counts.Claims) switch
        {
            0 => JudgedShare.Little,
            1 => JudgedShare.Some,
            2 => JudgedShare.Half,
            _ => JudgedShare.Most,
        };
}
