using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.Evidence;

/// <summary>Goes from signed statements of one source to what it says of a claimed direction.</summary>
internal static class SignedFindings
{
    private const int MostRows = 6;

    /// <summary>Null where the source is silent. Both signs: it does not decide. The claimed sign: supported. The other: disputed, because
    /// a curated sign is as often wrong as the claim.</summary>
    /// <param name="signs">What the source says, one sign for each row.</param>
    /// <param name="wanted">The sign that the claim needs.</param>
    public static Finding? From(
        IReadOnlyCollection<(int Sign, EvidenceRow Row)> signs, int wanted, Func<int, string> sentence, Strength strength, NodeId? restsOn)
    {
        if (signs.Count == 0) return null;
        var (first, isMixed) = (signs.First().Sign, signs.Any(s => s.Sign != signs.First().Sign));
        ImmutableArray<EvidenceRow> rows = [.. signs.Select(s => s.Row).Distinct().Take(MostRows)];
        if (isMixed) return new(VerdictKind.Undetermined, $"{rows[0].Source} has both directions.", rows, strength, restsOn);
        return first == wanted
            ? new(VerdictKind.Supported, $"{sentence(first)}, as claimed.", rows, strength, restsOn)
            : new(VerdictKind.Disputed, $"{sentence(first)}, against the claim. Nothing was measured here.", rows, strength, restsOn);
    }
}
