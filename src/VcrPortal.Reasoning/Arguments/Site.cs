using System.Collections.Immutable;
using System.Globalization;

namespace VcrPortal.Reasoning.Arguments;

/// <summary>A residue of a protein.</summary>
/// <param name="Residue">The amino acid's one-letter code: <c>S</c>.</param>
/// <param name="Position">Counted from 1.</param>
public sealed record Site(char Residue, int Position)
{
    /// <summary>Longer than titin, the longest human protein (about 35,000 residues).</summary>
    public const int LastPosition = 99_999;

    // No list of sites is longer; the bound keeps hostile texts cheap.
    private const int Longest = 400;

    private static readonly string[] Prefixes = ["phospho-", "phospho", "p-", "p"];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Residue}{Position}");

    /// <summary>
    /// Reads <c>Ser222</c>, <c>S222</c>, <c>serine 222</c>, <c>pS222</c>, and lists such as <c>T185/Y187</c>, <c>Ser218/222</c>, <c>S218
    /// and S222</c>.
    /// Empty when any part is something else: a region, a variant such as V600E, words.
    /// </summary>
    public static ImmutableArray<Site> Parse(string? text)
    {
        if (text is null || text.Length > Longest) return [];
        var sites = ImmutableArray.CreateBuilder<Site>();
        foreach (var part in text.Replace(" and ", "/").Split('/', ',', ';', '&'))
        {
            if (One(part.Trim(), sites.Count > 0 ? sites[^1].Residue : null) is not { } site) return [];
            sites.Add(site);
        }
        return sites.ToImmutable();
    }

    private static Site? One(string part, char? before)
    {
        var name = part.TrimEnd("0123456789".ToCharArray());
        if (!int.TryParse(part.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position is < 1
            or > LastPosition) return null;
        return (name.Length == 0 ? before : ResidueOf(name.TrimEnd(' ', '-'))) is { } residue ? new Site(residue, position) : null;
    }

    private static char? ResidueOf(string name)
    {
        if (AminoAcids.Find(name) is { } plain) return plain;
        var prefix = Array.Find(Prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        return prefix is null ? null : AminoAcids.Find(name[prefix.Length..]);
    }
}
