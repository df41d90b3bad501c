using System.Globalization;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>Two revisions in an address: <c>1..2</c>.</summary>
internal readonly record struct RevisionRange(int From, int To)
{
    /// <summary>Null for anything else.</summary>
    public static RevisionRange? Read(string written)
    {
        var dots = written.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && IsRevision(written.AsSpan(0, dots), out var from) && IsRevision(written.AsSpan(dots + 2), out var to)
            ? new(from, to) : null;
    }

    private static bool IsRevision(ReadOnlySpan<char> written, out int revision) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out revision) && revision > 0;
}
