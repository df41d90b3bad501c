using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.People;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Discussion;

/// <param name="Audience">Who may see it, read after what it holds.</param>
/// <param name="Present">People with an account who have the page open, at whichever member of the cluster.</param>
public sealed record DiscussionNow(DiscussionView Said, int Present, Audience Audience)
{
    /// <summary>Those of them who let it be seen where they are. The same array while nobody moved.</summary>
    public ImmutableArray<PersonHere> Here { get; init; } = [];
}

/// <summary>
/// What all who are signed in see of a discussion, read once for all of them: when somebody in this process writes at once, and when
/// another process does within <see cref="Beat"/>.
/// </summary>
[Requires(Operation.ReadTrace)]
public sealed class FollowDiscussion
{
    /// <summary>How often the database is asked whether another process wrote.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly ReadDiscussion _read;
    private readonly DiscussionBell _bell;
    private readonly Presence _presence;
    private readonly PeopleElsewhere _elsewhere;
    private readonly SharedViews<(int Trace, int Revision), DiscussionNow> _views;

    public FollowDiscussion(IDbContextFactory<PortalDb> databases, ReadDiscussion read, DiscussionBell bell, PeopleElsewhere elsewhere)
    {
        (_databases, _read, _bell, _presence, _elsewhere) = (databases, read, bell, new Presence(bell), elsewhere);
        _views = new((key, ct) => ReadAsync(key.Trace, key.Revision, ct));
    }

    /// <inheritdoc cref="RunAsync(int, int, Caller, BrowserConnection, CancellationToken)"/>
    public IAsyncEnumerable<DiscussionNow> RunAsync(int trace, int revision, Caller caller, CancellationToken ct) =>
        RunAsync(trace, revision, caller, new BrowserConnection(), ct);

    /// <summary>The discussion now and after each change; ends at once when the caller may not see it, or may no longer.</summary>
    /// <param name="browser">While it cannot be reached the caller is not among those who are here.</param>
    public async IAsyncEnumerable<DiscussionNow> RunAsync(
        int trace, int revision, Caller caller, BrowserConnection browser, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!await MaySeeAsync(trace, caller, ct)) yield break;
        using var here = _presence.Enter(trace, caller.Key);
        using var reached = browser.Follow(here.SetReached);
        await foreach (var view in _views.FollowAsync((trace, revision), ct))
        {
            if (!view.Audience.Includes(caller)) yield break;
            yield return view;
        }
    }

    /// <summary>Where the caller is on a trace that they follow.</summary>
    /// <param name="about">The text of a subject; null: nobody is to see it.</param>
    public void Move(int trace, Caller caller, string? about) =>
        _presence.Move(trace, caller.Key, about is null ? null : Subject.Parse(about)?.Text ?? "");

    private async Task<bool> MaySeeAsync(int trace, Caller caller, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.FindResourceAsync<TraceRow>(trace, caller, ct) is not null;
    }

    private async IAsyncEnumerable<DiscussionNow> ReadAsync(int trace, int revision, [EnumeratorCancellation] CancellationToken ct)
    {
        using var listening = _bell.Register(trace);
        DiscussionNow? shown = null;
        (ImmutableArray<Guest> told, ImmutableArray<Guest> places) = ([], []);
        while (await ReadIfMovedAsync(trace, revision, shown, ct) is { } read)
        {
            var here = _presence.Guests(trace);
            var all = Everybody(here, await _elsewhere.ExchangeAsync(trace, here));
            // The others hear of it now, and not at their next look.
            if (!here.SequenceEqual(told)) _bell.RingElsewhere(trace);
            told = here;
            var now = read with { Present = all.Length };
            if (all.RemoveAll(guest => guest.About is null) is var moved && !moved.SequenceEqual(places))
                now = now with { Here = await NamesAsync(places = moved, ct) };
            if (shown != now) yield return shown = now;
            await listening.WaitAsync(Beat, ct);
        }
    }

    /// <summary>One person with pages at two members is one, where they let it be seen.</summary>
    private static ImmutableArray<Guest> Everybody(ImmutableArray<Guest> here, ImmutableArray<Guest> elsewhere) =>
    [
        .. here.Concat(elsewhere).OrderBy(guest => guest.About is null).DistinctBy(guest => guest.AccountKey)
            .OrderBy(guest => guest.AccountKey, StringComparer.Ordinal),
    ];

    private async Task<DiscussionNow?> ReadIfMovedAsync(int trace, int revision, DiscussionNow? shown, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (shown is not null
            && await db.Traces.AnyAsync(t => t.Number == trace && t.DiscussionVersion == shown.Said.DiscussionVersion, ct)) return shown;
        var said = await _read.ReadAsync(db, trace, revision, shown?.Said, ct);
        return said is not null && await db.FindAudienceAsync<TraceRow>(trace, ct) is { } audience
            ? new(said, 0, audience) { Here = shown?.Here ?? [] } : null;
    }

    private async Task<ImmutableArray<PersonHere>> NamesAsync(ImmutableArray<Guest> places, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var keys = places.Select(p => p.AccountKey).ToArray();
        var names = await db.Users.Where(a => keys.Contains(a.Id)).Select(a => new { a.Id, a.UserName }).ToDictionaryAsync(
            a => a.Id, a => a.UserName!, ct);
        return [.. from place in places where names.ContainsKey(place.AccountKey)
                   select new PersonHere(place.AccountKey, names[place.AccountKey], place.About!)];
    }
}
