using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>Something that happened on a trace, on its way to those whom it concerns. Each is told once, for the first reason that
/// holds.</summary>
internal sealed record NotificationDraft(NotificationKind Kind, int? Trace, int Target, string ActorKey, DateTime At)
{
    /// <summary>Accounts that are told for one reason; more are left out, so that no comment writes without bound.</summary>
    public const int Most = 500;

    /// <summary>Names that the text mentions.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
    /// <summary>Whether it calls all reviewers.</summary>
    public bool Reviewers { get; init; }
    /// <summary>Keys of those who took part in what is answered.</summary>
    public ImmutableArray<string> Others { get; init; } = [];
    /// <summary>Keys of those whose work it is about.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];
    /// <summary>What became of it, in words; null where the kind says it.</summary>
    public string? Title { get; init; }
    /// <summary>Whether the trace's owner and those who watch it are told too.</summary>
    public bool Watchers { get; init; } = true;

    public async Task AddAsync(PortalDb db, CancellationToken ct)
    {
        var told = new Dictionary<string, NotificationReason>();
        void Add(IEnumerable<string> keys, NotificationReason reason) { foreach (var key in keys) told.TryAdd(key, reason); }

        var names = Names.Select(n => n.ToUpperInvariant()).ToArray(); // as Identity normalises
        if (names.Length > 0) Add(
            await db.Users.Where(a => names.Contains(a.NormalizedUserName)).Select(a => a.Id).ToListAsync(ct),
            NotificationReason.Mentioned);
        if (Reviewers) Add(
            await db.Users.Where(a => a.Role != PortalRole.Contributor).OrderBy(a => a.Id).Select(a => a.Id).Take(Most).ToListAsync(ct),
            NotificationReason.RoleMentioned);
        Add(Authors, NotificationReason.YourWork);
        Add(Others, NotificationReason.Replied);
        if (Watchers)
        {
            Add(await db.Traces.Where(t => t.Number == Trace).Select(t => t.OwnerKey).ToListAsync(ct), NotificationReason.YourTrace);
            Add(await db.Watches.Where(w => w.TraceNumber == Trace).OrderBy(w => w.AccountKey).Select(w => w.AccountKey).Take(Most)
                .ToListAsync(ct), NotificationReason.Watching);
        }
        told.Remove(ActorKey);
        foreach (var key in (await AudienceAsync(db, [.. told.Keys], ct)).Where(told.ContainsKey))
            db.Notifications.Add(
                new NotificationRow
                {
                    AccountKey = key,
                    Reason = told[key],
                    Kind = Kind,
                    ActorKey = ActorKey.Fit(32),
                    TraceNumber = Trace,
                    Target = Target,
                    Title = Title?.Fit(NotificationRow.TitleLength),
                    At = At
                });
    }

    /// <summary>Those of them that have an account and may see the trace, where it is about one.</summary>
    private async Task<List<string>> AudienceAsync(PortalDb db, string[] keys, CancellationToken ct)
    {
        if (keys.Length == 0) return [];
        var accounts = await db.Users.Where(a => keys.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct);
        if (Trace is not { } number) return accounts;
        if (await db.FindAudienceAsync<TraceRow>(number, ct) is not { } audience) return [];
        return accounts.FindAll(key => audience.Includes(new(key, PortalRole.Contributor)));
    }
}
