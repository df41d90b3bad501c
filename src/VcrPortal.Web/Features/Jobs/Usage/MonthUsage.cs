namespace VcrPortal.Web.Features.Jobs.Usage;

/// <summary>What language models used for one person in one month, by UTC.</summary>
/// <param name="Jobs">That used any.</param>
/// <param name="Cost">Null where none of the jobs had a price.</param>
/// <param name="Currency">The currency of the cost, by ISO 4217: what was paid in another stands in another row.</param>
public sealed record MonthUsage(int Year, int Month, int Jobs, long Input, long Output, decimal? Cost, string? Currency)
{
    public long Total => Input + Output;

    /// <summary>The first moment of the month in which this is.</summary>
    internal static DateTime BeginningOf(DateTime at) => new(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc);
}

/// <param name="Name">The name of the account; null for a visitor, and for an account that is gone.</param>
public sealed record PersonUsage(string? Name, MonthUsage Used);
