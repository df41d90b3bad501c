namespace VcrPortal.Reasoning.KnockOut;

/// <summary>Which actions stand, and for each the parent that raised it (of a complex the last of its parts).</summary>
internal sealed class Standing
{
    public const int Itself = -1;
    private const int Falls = -2;

    public Standing(int actions)
    {
        Reason = new int[actions];
        Array.Fill(Reason, Falls);
    }

    public int[] Reason { get; }

    public bool Has(int action) => Reason[action] != Falls;

    /// <summary>The way from a root to this action, both included; empty where it does not stand.</summary>
    public List<int> PathTo(int action)
    {
        var path = new List<int>();
        if (!Has(action)) return path;
        for (var at = action; at != Itself; at = Reason[at]) path.Add(at);
        path.Reverse();
        return path;
    }
}
