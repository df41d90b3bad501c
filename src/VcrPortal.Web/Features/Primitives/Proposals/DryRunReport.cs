using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What one trace would be with a proposed primitive.</summary>
/// <param name="Claims">Actions that would become it.</param>
/// <param name="ErrorsBefore">The errors of the whole trace, by the vocabulary of today.</param>
public sealed record DryRunTrace(int Trace, string Title, int Claims, int ErrorsBefore, int ErrorsAfter);

/// <summary>What a corpus would be with a proposed primitive. Nothing of it is written anywhere.</summary>
/// <param name="Looked">Traces that were looked at, of those that the caller may see.</param>
/// <param name="FromToday">How many of the claims are which primitive today; unknown names as they were written.</param>
/// <param name="Most">The traces changed most, the first ten.</param>
public sealed record DryRunReport(
    int Looked, int Touched, int Claims, int Removed, int Introduced, ImmutableArray<(string Name, int Claims)> FromToday,
    ImmutableArray<DryRunTrace> Most)
{
    private const int Named = 10;

    public static DryRunReport From(int looked, IReadOnlyCollection<(int Trace, string Title, DryRunLook Look)> touched) => new(
        looked, touched.Count, touched.Sum(t => t.Look.Claims), touched.Sum(t => Math.Max(0, t.Look.ErrorsBefore - t.Look.ErrorsAfter)),
        touched.Sum(t => Math.Max(0, t.Look.ErrorsAfter - t.Look.ErrorsBefore)),
        [.. touched.SelectMany(t => t.Look.FromToday).GroupBy(f => f.Name).Select(g => (Name: g.Key, Claims: g.Sum(f => f.Claims)))
            .OrderByDescending(f => f.Claims).ThenBy(f => f.Name, StringComparer.Ordinal)],
        [.. touched.OrderByDescending(t => t.Look.Claims).ThenByDescending(t => Math.Abs(t.Look.ErrorsBefore - t.Look.ErrorsAfter))
            .ThenBy(t => t.Trace).Take(Named)
            .Select(t => new DryRunTrace(t.Trace, t.Title, t.Look.Claims, t.Look.ErrorsBefore, t.Look.ErrorsAfter))]);
}
