using System.Globalization;
using System.Text.RegularExpressions;

namespace VcrPortal.Generation.Knowledge;

/// <summary>One residue put in the place of another: <c>N549K</c>, <c>Q37*</c>.</summary>
public readonly partial record struct ProteinChange(char From, int Residue, char To)
{
    private const string ThreeLetters =
        "Ala A Arg R Asn N Asp D Cys C Gln Q Glu E Gly G His H Ile I Leu L Lys K Met M Phe F Pro P Ser S Thr T Trp W Tyr Y Val V Ter *";

    private static readonly Dictionary<string, char> Letters =
        ThreeLetters.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1][0], StringComparer.Ordinal);

    /// <summary>In one letter or three, with or without <c>p.</c>; null for all that is no such change: a frameshift, a deletion.</summary>
    public static ProteinChange? TryParse(string? written) =>
        written is not null && Pattern().Match(written) is { Success: true } match && Letter(match.Groups["from"].Value) is { } from
        && Letter(match.Groups["to"].Value) is { } to
        && int.TryParse(match.Groups["residue"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var residue)
            ? new(from, residue, to) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}{Residue}{To}");

    /// <summary>
    /// These changes of one gene, each with the residue that <paramref name="variants"/> of the same gene in the same line give it. A table
    /// that counts along another transcript has the same amino acids some residues off: N321K for N549K. Where several variants fit, the
    /// one whose shift another of the changes has too; where none or more are left, the change stays as it is.
    /// </summary>
    public static IReadOnlyDictionary<ProteinChange, ProteinChange> CountedAs(
        IReadOnlyCollection<ProteinChange> changes, IReadOnlySet<ProteinChange> variants)
    {
        var shifts = changes.Where(c => !variants.Contains(c)).Distinct().ToDictionary(
            c => c, c => variants.Where(v => v.From == c.From && v.To == c.To).Select(v => v.Residue - c.Residue).ToHashSet());
        var counted = new Dictionary<ProteinChange, ProteinChange>();
        foreach (var (change, fitting) in shifts)
        {
            var likely = fitting.Count == 1 ? fitting
                : fitting.Where(shift => shifts.Any(other => other.Key != change && other.Value.Contains(shift))).ToHashSet();
            if (likely.Count == 1) counted[change] = change with { Residue = change.Residue + likely.Single() };
        }
        return counted;
    }

    private static char? Letter(string written) =>
        written.Length == 1 ? written[0] : Letters.TryGetValue(written, out var letter) ? letter : null;

    [GeneratedRegex(@"^(?:p\.)?(?<from>[A-Z]|[A-Z][a-z]{2})(?<residue>\d{1,5})(?<to>[A-Z*]|[A-Z][a-z]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
