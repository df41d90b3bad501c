using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>Rows of one file that were left out for one reason.</summary>
/// <param name="Example">Where the first of them stands and what it says.</param>
public sealed record Dropped(string Reason, long Count, string Example);

/// <summary>What came of one file.</summary>
public sealed record FileOutcome(string File, string Kind, string Taken, ImmutableArray<Dropped> Dropped)
{
    /// <summary>What was taken and may be wrong in the file itself, as sentences.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>Counts, for one file, what is taken and what is left out and why. Reasons are few and fixed; examples are the first of
/// each.</summary>
public sealed class ImportCounts(string file)
{
    /// <summary>Warnings that are told one by one; of the rest only the number.</summary>
    public const int MostWarnings = 20;

    private readonly SortedDictionary<string, long> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dropped> _dropped = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private int _moreWarnings;

    public string File { get; } = file;

    /// <param name="what">In the plural: "interactions".</param>
    public void Take(string what, long count = 1) => _taken[what] = _taken.GetValueOrDefault(what) + count;

    /// <param name="reason">A fixed text, so that equal reasons add up.</param>
    public void Drop(string reason, string where)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_dropped, reason, out _);
        known = known is null ? new(reason, 1, where) : known with { Count = known.Count + 1 };
    }

    public void Drop(string reason, long line, string what) => Drop(reason, $"line {line.ToString(CultureInfo.InvariantCulture)}: {what}");

    /// <summary>Something that the file's owner should look at.</summary>
    public void Warn(string sentence)
    {
        if (_warnings.Contains(sentence)) return;
        if (_warnings.Count < MostWarnings) _warnings.Add(sentence);
        else _moreWarnings++;
    }

    public FileOutcome Outcome(string kind) => new(File, kind,
        _taken.Count == 0 ? "nothing"
            : string.Join(", ", _taken.Select(t => $"{t.Value.ToString("N0", CultureInfo.InvariantCulture)} {t.Key}")),
        [.. _dropped.Values.OrderByDescending(d => d.Count).ThenBy(d => d.Reason, StringComparer.Ordinal)])
    {
        Warnings = _moreWarnings == 0 ? [.. _warnings] : [.. _warnings, $"And {_moreWarnings} more of the kind."],
    };
}
