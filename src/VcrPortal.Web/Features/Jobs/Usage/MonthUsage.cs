namespace VcrPortal.Web.Features.Jobs.Usage;

/// <summary>What language models used for one person in one month, by UTC.</summary>
/// <param name="Jobs">That used any.</param>
/// <param name="Cost">In the currency of the configured prices; null where none of the jobs had a price.</param>
public sealed record MonthUsage(int Year, int Month, int Jobs, long Input, long Output, decimal? Cost)
{
    public long Total => Input + Output;

    /// <summary>The first moment of the month in which this is.</summary>
    internal static DateTime BeginningOf(DateTime at) => new(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc);
}

/// <param name="Name">Of the account; null for a visitor, and for an account that is gone.</param>
public sealed record PersonUsage(string? Name, MonthUsage Used);
