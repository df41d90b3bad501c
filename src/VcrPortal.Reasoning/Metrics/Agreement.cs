using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>A coefficient of agreement: 1 is perfect, 0 is what chance gives, below 0 is worse than chance.</summary>
public abstract record Agreement
{
    private Agreement() { }

    public sealed record Value(double Coefficient) : Agreement;

    /// <summary>The formula divides by zero here, or there is nothing to compare; the reason is a short sentence.</summary>
    public sealed record Undefined(string Why) : Agreement;

    internal static Agreement BeyondChance(double observed, double expected) => expected >= 1
        ? new Undefined("Everybody gave one and the same rating, so chance alone explains the agreement.")
        : new Value((observed - expected) / (1 - expected));
}

/// <summary>One thing that was rated.</summary>
/// <param name="Trace">The trace that it belongs to: things of one trace are not independent.</param>
/// <param name="Ratings">One for each rater in the same order: a category number, on an ordinal scale its rank; null where this rater gave
/// none.</param>
public sealed record RatedItem(string Trace, ImmutableArray<int?> Ratings)
{
    internal IEnumerable<int> Given => Ratings.OfType<int>();
}

/// <summary>How far categories lie apart: all the same (nominal), or by the ratings between them (ordinal).</summary>
public enum RatingScale { Nominal, Ordinal }
