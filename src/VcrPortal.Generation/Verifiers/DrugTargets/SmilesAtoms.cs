namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <summary>Counts the atoms of a SMILES, hydrogen aside, without understanding it as chemistry does.</summary>
internal static class SmilesAtoms
{
    private const string Signs = "=#$:/\\-+.()%@~*0123456789";

    /// <returns>Null where there is a letter or sign that no SMILES has.</returns>
    public static int? Count(string smiles)
    {
        var atoms = 0;
        for (var at = 0; at < smiles.Length; at++)
        {
            if (smiles[at] == '[')
            {
                var end = smiles.IndexOf(']', at);
                if (end < 0 || Element(smiles.AsSpan(at + 1, end - at - 1)) is not { Length: > 0 } element) return null;
                if (element != "H") atoms++;
                at = end;
            }
            else if (smiles.AsSpan(at) is ['C', 'l', ..] or ['B', 'r', ..]) (atoms, at) = (atoms + 1, at + 1);
            else if (smiles[at] is 'B' or 'C' or 'N' or 'O' or 'P' or 'S' or 'F' or 'I' or 'b' or 'c' or 'n' or 'o' or 'p' or 's') atoms++;
            else if (!Signs.Contains(smiles[at], StringComparison.Ordinal)) return null;
        }
        return atoms == 0 ? null : atoms;
    }

    /// <summary>The element of an atom in brackets, which stands after its isotope; null where the brackets hold what no atom
    /// has.</summary>
    private static string? Element(ReadOnlySpan<char> atom)
    {
        foreach (var c in atom)
            if (!char.IsAsciiLetterOrDigit(c) && !Signs.Contains(c, StringComparison.Ordinal)) return null;
        atom = atom.TrimStart("0123456789");
        return atom is [_, >= 'a' and <= 'z', ..] ? new(atom[..2]) : atom.IsEmpty || !char.IsAsciiLetter(atom[0]) ? null : new(atom[..1]);
    }
}
