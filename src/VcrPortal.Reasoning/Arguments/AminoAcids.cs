namespace VcrPortal.Reasoning.Arguments;

/// <summary>The twenty standard amino acids by their names (IUPAC-IUB, 1983).</summary>
internal static class AminoAcids
{
    private static readonly (char Letter, string Short, string Name)[] All =
    [
        ('A', "Ala", "alanine"), ('R', "Arg", "arginine"), ('N', "Asn", "asparagine"), ('D', "Asp", "aspartate"), ('C', "Cys", "cysteine"),
        ('Q', "Gln", "glutamine"), ('E', "Glu", "glutamate"), ('G', "Gly", "glycine"), ('H', "His", "histidine"),
            ('I', "Ile", "isoleucine"),
        ('L', "Leu", "leucine"), ('K', "Lys", "lysine"), ('M', "Met", "methionine"), ('F', "Phe", "phenylalanine"), ('P', "Pro", "proline"),
        ('S', "Ser", "serine"), ('T', "Thr", "threonine"), ('W', "Trp", "tryptophan"), ('Y', "Tyr", "tyrosine"), ('V', "Val", "valine"),
    ];

    /// <summary>The one-letter code; a letter has to be a capital, the other names may be written in any case.</summary>
    public static char? Find(string written)
    {
        foreach (var (letter, brief, name) in All)
            if ((written.Length == 1 && written[0] == letter) || written.Equals(brief, StringComparison.OrdinalIgnoreCase)
                || written.Equals(name, StringComparison.OrdinalIgnoreCase)) return letter;
        return null;
    }
}
