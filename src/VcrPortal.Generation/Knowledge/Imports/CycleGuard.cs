namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>Keeps a "is below" relation free of cycles by refusing the pair that would close one.</summary>
internal sealed class CycleGuard<T> where T : notnull
{
    private readonly Dictionary<T, List<T>> _above = [];

    public bool TryAdd(T below, T above)
    {
        if (Reaches(above, below)) return false;
        (_above.TryGetValue(below, out var known) ? known : _above[below] = []).Add(above);
        return true;
    }

    private bool Reaches(T from, T wanted)
    {
        var seen = new HashSet<T> { from };
        var open = new Stack<T>(seen);
        while (open.TryPop(out var at))
        {
            if (at.Equals(wanted)) return true;
            foreach (var next in _above.GetValueOrDefault(at, []))
                if (seen.Add(next)) open.Push(next);
        }
        return false;
    }
}
