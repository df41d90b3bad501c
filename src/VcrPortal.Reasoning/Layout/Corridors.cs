namespace VcrPortal.Reasoning.Layout;

/// <summary>The ways between boxes through the rows: gaps between boxes, places without a box, and the space at both sides.</summary>
internal sealed class Corridors
{
    // Lines that pass a row beside each other keep this far apart, as long as there is room.
    private const double Apart = 6;
    private const int MostTries = 24;

    private readonly List<(double From, double To)>[] _free;
    private readonly HashSet<(int Row, int Slot)> _used = [];
    // What was drawn so far, by the box that it leaves and by the one that it makes for.
    private readonly Dictionary<int, List<Line>> _leaving = [];
    private readonly Dictionary<int, List<Line>> _arriving = [];

    public Corridors(LayoutSketch sketch, LayoutMetrics metrics)
    {
        var rows = Enumerable.Range(0, sketch.Layers).Select(_ => new SortedSet<double>()).ToArray();
        for (var at = 0; at < sketch.Count; at++) rows[sketch.Layer[at]].Add(sketch.X[at]);
        _free = [.. rows.Select(row => FreeBeside(row, metrics))];
    }

    /// <summary>Straight pieces that together pass the rows from <paramref name="first"/> to <paramref name="last"/>, top to bottom; none
    /// when there is no row between. Edges that leave one box, or make for one, run in one line as long as they go the same way.</summary>
    public IEnumerable<(double X, int Top, int Bottom)> Through(
        (int Source, int Target) edge, int first, int last, double start, double end, int[]? passages = null)
    {
        var pieces = new List<(double X, int Top, int Bottom)>();
        var x = start;
        for (var top = first; top <= last;)
        {
            var (interval, bottom) = LongestStraight(top, last, x, end, row => Open(row, passages, row - first));
            x = Bundled(edge, interval, x, top, bottom) ?? Take(interval, Math.Clamp(x, interval.From, interval.To), top, bottom);
            Note(edge, new(x, top, bottom));
            pieces.Add((x, top, bottom));
            top = bottom + 1;
        }
        return pieces;
    }

    private static List<(double From, double To)> FreeBeside(SortedSet<double> boxes, LayoutMetrics metrics)
    {
        var clear = Math.Min(Apart, metrics.LaneGap / 3);
        var free = new List<(double, double)>();
        var from = metrics.Margin / 3;
        foreach (var left in boxes)
        {
            var to = left - clear;
            free.Add((from, Math.Max(from, to)));
            from = left + metrics.NodeWidth + clear;
        }
        free.Add((from, double.MaxValue));
        return free;
    }

    // The common free intervals, narrowed row by row until nothing is left: the fewest bends.
    private ((double From, double To) Interval, int Bottom) LongestStraight(
        int top, int last, double start, double end, Func<int, List<(double From, double To)>> open)
    {
        var common = open(top);
        var bottom = top;
        while (bottom < last && Common(common, open(bottom + 1)) is { Count: > 0 } narrower)
        {
            common = narrower;
            bottom++;
        }
        return (common.MinBy(i => Detour(i, start, end)), bottom);
    }

    // The one interval where the order lets the edge pass, else all of the row.
    private List<(double From, double To)> Open(int row, int[]? passages, int at) =>
        passages is not null && passages[at] < _free[row].Count ? [_free[row][passages[at]]] : _free[row];

    private static double Detour((double From, double To) interval, double start, double end)
    {
        var x = Math.Clamp(start, interval.From, interval.To);
        return Math.Abs(x - start) + Math.Abs(x - end);
    }

    private static List<(double From, double To)> Common(List<(double From, double To)> a, List<(double From, double To)> b)
    {
        var common = new List<(double From, double To)>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            var (from, to) = (Math.Max(a[i].From, b[j].From), Math.Min(a[i].To, b[j].To));
            if (from <= to) common.Add((from, to));
            if (a[i].To < b[j].To) i++;
            else j++;
        }
        return common;
    }

    private void Note((int Source, int Target) edge, Line line)
    {
        ListOf(_leaving, edge.Source).Add(line);
        ListOf(_arriving, edge.Target).Add(line);
    }

    private static List<Line> ListOf(Dictionary<int, List<Line>> lines, int box) =>
        lines.TryGetValue(box, out var known) ? known : lines[box] = [];

    // The nearest line through the same rows of an edge with the same end.
    private double? Bundled((int Source, int Target) edge, (double From, double To) interval, double wished, int top, int bottom)
    {
        double? best = null;
        foreach (var lines in (ReadOnlySpan<List<Line>>)[ListOf(_leaving, edge.Source), ListOf(_arriving, edge.Target)])
            foreach (var line in lines)
                if (line.Top <= bottom && line.Bottom >= top && line.X >= interval.From && line.X <= interval.To
                    && (best is null || Math.Abs(line.X - wished) < Math.Abs(best.Value - wished))) best = line.X;
        return best;
    }

    private double Take((double From, double To) interval, double wished, int top, int bottom)
    {
        var x = wished;
        for (var attempt = 1; attempt < MostTries && !IsUnused(x, top, bottom); attempt++)
        {
            var aside = wished + (attempt % 2 == 0 ? -1 : 1) * (attempt + 1) / 2 * Apart;
            if (aside >= interval.From && aside <= interval.To) x = aside;
        }
        for (var row = top; row <= bottom; row++) _used.Add((row, Slot(x)));
        return x;
    }

    private bool IsUnused(double x, int top, int bottom)
    {
        for (var row = top; row <= bottom; row++)
            if (_used.Contains((row, Slot(x)))) return false;
        return true;
    }

    private static int Slot(double x) => (int)Math.Round(x / Apart);

    private readonly record struct Line(double X, int Top, int Bottom);
}
