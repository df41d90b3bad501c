using System.Globalization;

namespace VcrPortal.Web.Access.History;

/// <summary>What an entry of the history is about. No name stands in it, typed or real: keys and numbers only.</summary>
public readonly record struct HistorySubject
{
    private const string AccountPrefix = "account:";

    private HistorySubject(string text, int? trace = null) => (Text, Trace) = (text, trace);

    /// <summary>For <see cref="HistoryEntry.Subject"/>: <c>job:3</c>; empty where <see cref="Trace"/> says it all, and where it is about
    /// nothing.</summary>
    public string Text { get; }

    /// <summary>The number of the trace that it is about, or a part of.</summary>
    public int? Trace { get; }

    public static HistorySubject None { get; } = new("");
    public static HistorySubject Knowledge { get; } = new("knowledge");
    public static HistorySubject Models { get; } = new("models");
    public static HistorySubject Search { get; } = new("search");

    /// <param name="trace">What it has made, if it is about that too.</param>
    public static HistorySubject Job(int number, int? trace = null) => new(Numbered("job", number), trace);

    public static HistorySubject Batch(int number) => new(Numbered("batch", number));

    public static HistorySubject Collection(int number) => new(Numbered("collection", number));

    /// <param name="key"><c>team:12</c>.</param>
    public static HistorySubject Team(string key) => new(key);

    public static HistorySubject Account(string key) => new(AccountPrefix + key);

    public static HistorySubject Comment(int number, int trace) => new(Numbered("comment", number), trace);

    public static HistorySubject Revision(int number, int trace) => new(Numbered("revision", number), trace);

    public static HistorySubject Review(int trace, int revision) => new(Numbered("review", revision), trace);

    public static HistorySubject Suggestion(int number, int trace) => new(Numbered("suggestion", number), trace);

    /// <param name="trace">The trace that it is about, or a part of; null for a proposal.</param>
    public static HistorySubject Flag(int number, int? trace) => new(Numbered("flag", number), trace);

    public static HistorySubject Proposal(int number) => new(Numbered("proposal", number));

    public static HistorySubject WholeTrace(int trace) => new("", trace);

    /// <param name="part">The part as comments and votes name it: <c>n:n5</c>.</param>
    public static HistorySubject PartOf(int trace, string part) => new(part, trace);

    /// <summary>The account that an entry is about.</summary>
    /// <returns>Null when it is about something else.</returns>
    public static string? FindAccount(string text) =>
        text.StartsWith(AccountPrefix, StringComparison.Ordinal) ? text[AccountPrefix.Length..] : null;

    private static string Numbered(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}");
}
