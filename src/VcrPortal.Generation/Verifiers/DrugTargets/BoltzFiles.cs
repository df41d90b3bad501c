using System.Collections.Concurrent;
using System.Text;

namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <summary>
/// Boltz-2 by files, for a machine that the portal does not reach. What is asked for stands as a YAML file in <c>inputs</c> of a folder;
/// whoever has the machine runs <c>boltz predict inputs</c>, and puts its results anywhere below the folder: an <c>affinity_NAME.json</c>
/// is found by its name. The sequences are the user's own FASTA.
/// </summary>
public sealed class BoltzFiles(string folder, ProteinSequences sequences) : IAffinityPredictor
{
    /// <summary>Atoms of a ligand, hydrogen aside, that Boltz-2 computes an affinity for.</summary>
    public const int MostAtoms = 128;

    /// <summary>Bytes of a result: an honest one has a few hundred.</summary>
    private const int LongestResult = 64 * 1024;

    // Bounded by the files of one folder; only what was found is remembered.
    private readonly ConcurrentDictionary<string, PredictedAffinity> _found = new(StringComparer.Ordinal);

    public string Name => "Boltz-2";
    public bool UsesNetwork => false;

    public Task<AffinityAnswer> PredictAsync(AffinityQuestion question, CancellationToken ct) => Task.FromResult(Predict(question));

    private AffinityAnswer Predict(AffinityQuestion question)
    {
        var name = FileName($"{question.Compound}_{question.Target}");
        if (_found.TryGetValue(name, out var known)) return known;
        try
        {
            return Finished(name) is { } predicted ? _found[name] = predicted : AffinityAnswer.CannotSay(Ask(name, question));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return AffinityAnswer.CannotSay("The folder of Boltz-2's files cannot be read or written. An administrator has to look at it.");
        }
    }

    private PredictedAffinity? Finished(string name)
    {
        if (!Directory.Exists(folder)) return null;
        var result = Directory.EnumerateFiles(folder, $"affinity_{name}.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).FirstOrDefault();
        return result is null || new FileInfo(result).Length > LongestResult ? null : BoltzNumbers.Read(File.ReadAllText(result));
    }

    /// <summary>Writes what Boltz-2 is to be asked, where it can be.</summary>
    /// <returns>What is missing, or has to be done: one sentence.</returns>
    private string Ask(string name, AffinityQuestion question)
    {
        if (question.Smiles is not { Length: > 0 } smiles)
            return $"Boltz-2 needs the structure of {question.Compound}; the record has none.";
        if (SmilesAtoms.Count(smiles) is not { } atoms) return $"The structure of {question.Compound} is no SMILES that can be read.";
        if (atoms > MostAtoms)
            return $"{question.Compound} has {atoms} atoms, and Boltz-2 computes no affinity of a ligand with more than {MostAtoms}.";
        if (sequences.For(question.Target) is not { } sequence) return $"No sequence of {question.Target} is in the FASTA file.";
        var inputs = Directory.CreateDirectory(Path.Combine(folder, "inputs")).FullName;
        var path = Path.Combine(inputs, $"{name}.yaml");
        if (!File.Exists(path)) File.WriteAllText(path, Yaml(sequence, smiles));
        return $"Boltz-2 has not computed it yet: {name}.yaml waits for it.";
    }

    /// <summary>Neither a sequence nor a SMILES has a quote in it: both were read letter by letter.</summary>
    private static string Yaml(string sequence, string smiles) => $"""
        version: 1
        sequences:
          - protein:
              id: A
              sequence: {sequence}
          - ligand:
              id: B
              smiles: '{smiles}'
        properties:
          - affinity:
              binder: B

        """;

    /// <summary>Letters and digits of both names, whatever people wrote.</summary>
    private static string FileName(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) name.Append(c);
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
        return name.ToString(0, Math.Min(name.Length, 100)).TrimEnd('_');
    }
}
