namespace VcrPortal.Reasoning.Metrics;

/// <summary>So many of so many. The whole is shown with every score: a model that says little checkable can score high.</summary>
public readonly record struct Share(int Part, int Whole)
{
    /// <summary>Between 0 and 1; null where there is nothing to take a share of.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;

    public static Share operator +(Share one, Share other) => new(one.Part + other.Part, one.Whole + other.Whole);
}
