using System.Globalization;

namespace VcrPortal.Web.Access.History;

/// <summary>How things that are no traces are named in <see cref="HistoryEntry.Subject"/>.</summary>
internal static class HistorySubject
{
    public const string AccountPrefix = "account:";
    public const string Knowledge = "knowledge";

    public static string Job(int number) => string.Create(CultureInfo.InvariantCulture, $"job:{number}");
    public static string Batch(int number) => string.Create(CultureInfo.InvariantCulture, $"batch:{number}");
    public static string Account(string key) => AccountPrefix + key;
}
