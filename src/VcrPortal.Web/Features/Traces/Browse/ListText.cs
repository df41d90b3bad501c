using System.Globalization;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Numbers of lists in words.</summary>
internal static class ListText
{
    /// <summary>What is not counted to its end says so.</summary>
    public static string Count(int number) =>
        Math.Min(number, SearchTraces.MostCounted).ToString("N0", CultureInfo.InvariantCulture)
        + (number > SearchTraces.MostCounted ? "+" : "");

    /// <summary>"1 trace", "2,000 traces".</summary>
    public static string Traces(int number) => $"{Count(number)} {(number == 1 ? "trace" : "traces")}";
}
