using System.Globalization;

namespace VcrPortal.Generation.Sources.Http.Asking;

/// <summary>What a source answered, read.</summary>
/// <param name="At">When it said so.</param>
/// <param name="Age">How old it was when it was used: an answer out of the cache has one.</param>
public sealed record SourceAnswer<T>(T Value, DateTimeOffset At, TimeSpan Age)
{
    /// <summary>The time of its retrieval as evidence states it, with the age of what was kept for a day or longer.</summary>
    public string Day => string.Create(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd}") + Age.Days switch
    {
        <= 0 => "",
        1 => " (kept for 1 day)",
        var days => string.Create(CultureInfo.InvariantCulture, $" (kept for {days} days)"),
    };
}

/// <summary>An answer that is kept.</summary>
public sealed record KeptAnswer(string Body, DateTimeOffset At);

/// <summary>Keeps what sources answered, for as long as whoever runs the portal allows. It never fails: what cannot be kept is asked for
/// again.</summary>
public interface ISourceCache
{
    /// <param name="key"><see cref="SourceQuestion.Key"/>.</param>
    /// <returns>Null where nothing is kept, or it is too old.</returns>
    Task<KeptAnswer?> FindAsync(string source, string key, CancellationToken ct);

    Task KeepAsync(string source, string key, KeptAnswer answer, CancellationToken ct);
}
