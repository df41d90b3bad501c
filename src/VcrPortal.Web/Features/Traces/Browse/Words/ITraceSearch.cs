using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Words;

/// <summary>Words to look for in the text of traces: of a phrase all, one after another.</summary>
/// <param name="IsPrefix">The last word may go on.</param>
public sealed partial record SoughtWords(string Text, bool IsPrefix = false)
{
    /// <summary>A375, A-375 and "a 375" are one name, however it is typed; all else is looked for as it stands.</summary>
    public ImmutableArray<string> Spellings => InPieces().Match(Text.Trim()) is { Success: true } name
        ? [name.Groups[1].Value + name.Groups[2].Value, $"{name.Groups[1].Value} {name.Groups[2].Value}",
            $"{name.Groups[1].Value}-{name.Groups[2].Value}"]
        : [Text];

    [GeneratedRegex(@"^(\p{L}{1,6})[ \-]?([0-9]{1,6}\p{L}?)\z")]
    private static partial Regex InPieces();
}

/// <summary>The text of traces: titles, what they name, reports. Behind it stands what the database can do.</summary>
public interface ITraceSearch
{
    /// <summary>Those traces whose text holds the words, or, where excluded, does not.</summary>
    IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, SoughtWords words, bool isExcluded);

    /// <summary>Keeps the text of a trace, within the caller's transaction; what was kept of it before is replaced.</summary>
    Task KeepAsync(PortalDb db, int trace, string text, CancellationToken ct);

    /// <summary>Keeps the texts of many traces, of none of which anything was kept before, within the caller's transaction.</summary>
    Task KeepNewAsync(PortalDb db, IEnumerable<(int Trace, string Text)> texts, CancellationToken ct);
}
