using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Names of compounds and lines as people write them.</summary>
internal static class PairText
{
    /// <summary>One a line, or parted by semicolons: commas stand in names of compounds.</summary>
    public static ImmutableArray<string> Names(string? written) =>
        [.. (written ?? "").Split(['\n', '\r', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>One sentence about names that are not there.</summary>
    public static string For(ImmutableArray<UnknownName> names, int most)
    {
        var told = names.Take(most).Select(n => n.Known is { } known ? $"{n.Name.Fit(100)} ({known} is known, but was not measured)"
            : n.Nearest is { } near ? $"{n.Name.Fit(100)} (did you mean {near}?)" : n.Name.Fit(100));
        return $"Not among them: {string.Join("; ", told)}{(names.Length > most ? $"; and {names.Length - most} more" : "")}.";
    }
}
