using System.Collections.Frozen;
using System.Text;

namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <summary>Sequences of proteins by gene, from a user's FASTA: the gene is the <c>GN=</c> of UniProt's header, else its first
/// word.</summary>
public sealed class ProteinSequences
{
    /// <summary>Residues of one protein; titin has 34,350.</summary>
    private const int LongestSequence = 40_000;

    private readonly FrozenDictionary<string, string> _byGene;

    private ProteinSequences(FrozenDictionary<string, string> byGene) => _byGene = byGene;

    public static ProteinSequences None { get; } = new(FrozenDictionary<string, string>.Empty);

    public int Count => _byGene.Count;

    public string? For(string gene) => _byGene.GetValueOrDefault(gene);

    /// <summary>Where a gene has several sequences, the first is kept; a sequence that holds what is no residue is left out.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ProteinSequences Read(string path)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var (gene, sequence) = ("", new StringBuilder());
        foreach (var line in File.ReadLines(path))
        {
            if (!line.StartsWith('>'))
            {
                if (sequence.Length <= LongestSequence) sequence.Append(line.AsSpan().Trim());
                continue;
            }
            Keep();
            gene = GeneOf(line.AsSpan(1));
            sequence.Clear();
        }
        Keep();
        return new(found.ToFrozenDictionary(StringComparer.Ordinal));

        void Keep()
        {
            var written = sequence.ToString().TrimEnd('*').ToUpperInvariant();
            if (gene.Length > 0 && written.Length is > 0 and <= LongestSequence && written.All(c => c is >= 'A' and <= 'Z'))
                found.TryAdd(gene, written);
        }
    }

    private static string GeneOf(ReadOnlySpan<char> header)
    {
        var named = header.IndexOf(" GN=", StringComparison.Ordinal);
        var rest = (named < 0 ? header : header[(named + " GN=".Length)..]).Trim();
        var end = rest.IndexOfAny(' ', '\t', '|');
        return new(end < 0 ? rest : rest[..end]);
    }
}
