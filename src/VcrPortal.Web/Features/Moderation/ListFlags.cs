using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>A flag as moderators see it.</summary>
/// <param name="Flagger">Null once the account is gone, as are the other names.</param>
/// <param name="Text">What is flagged says; null once it is deleted.</param>
/// <param name="Conflict">Why this moderator leaves it to another one; null where they may decide.</param>
public sealed record FlagItem(
    int Number, FlagKind Kind, int Target, int? Trace, FlagReason Reason, string? Note, string? Flagger, string? Author, DateTime At,
    FlagState State, string? DecidedBy, DateTime? DecidedAt, string? Decision, string? Text, string? Conflict);

/// <param name="State">Null for all.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="PageSize">At most <see cref="ListFlags.MostRows"/>.</param>
public sealed record FlagQuery(
    FlagState? State = FlagState.Open, bool NewestFirst = false, int Page = 1, int PageSize = ListFlags.MostRows);

/// <summary>The queue of flags, the longest waiting first. What a moderator may not see, or is still to judge blind, is not in
/// it.</summary>
[Requires(Operation.ReadFlags)]
public sealed class ListFlags(IDbContextFactory<PortalDb> databases)
{
    public const int MostRows = 50;
    private const int MostText = 600;

    /// <returns>Null for anybody who may not.</returns>
    public async Task<(ImmutableArray<FlagItem> Items, int Total)?> RunAsync(FlagQuery query, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadFlags)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var visible = db.Traces.VisibleTo(db, caller);
        var found = db.Flags.Where(f => f.TraceNumber == null || visible.Any(t => t.Number == f.TraceNumber));
        if (query.State is { } state) found = found.Where(f => f.State == state);
        var size = Math.Clamp(query.PageSize, 1, MostRows);
        var sorted = query.NewestFirst ? found.OrderByDescending(f => f.Number) : found.OrderBy(f => f.Number);
        var rows = await sorted.Skip((Math.Clamp(query.Page, 1, 100_000) - 1) * size).Take(size).ToListAsync(ct);
        var names = await NamesAsync(db, rows, ct);
        var items = ImmutableArray.CreateBuilder<FlagItem>(rows.Count);
        foreach (var row in rows)
            items.Add(ItemOf(row, names, await FlagTarget.FindAsync(db, row.Kind, row.Target, caller, ct), caller));
        return (items.ToImmutable(), await found.CountAsync(ct));
    }

    private static async Task<Dictionary<string, string>> NamesAsync(PortalDb db, List<FlagRow> rows, CancellationToken ct)
    {
        string[] keys = [.. rows.SelectMany(r => new[] { r.FlaggerKey, r.AuthorKey, r.DecidedBy }).OfType<string>().Distinct()];
        return keys.Length == 0 ? [] : await db.Users.Where(a => keys.Contains(a.Id)).Select(a => new { a.Id, a.UserName })
            .ToDictionaryAsync(a => a.Id, a => a.UserName!, ct);
    }

    private static FlagItem ItemOf(FlagRow row, Dictionary<string, string> names, FlagTarget? target, Caller caller) => new(
        row.Number, row.Kind, row.Target, row.TraceNumber, row.Reason, row.Note, names.GetValueOrDefault(row.FlaggerKey),
        names.GetValueOrDefault(row.AuthorKey), row.At, row.State, names.GetValueOrDefault(row.DecidedBy ?? ""), row.DecidedAt,
        row.Decision, target?.Text is { Length: > MostText } text ? text[..MostText] + "…" : target?.Text,
        DecideFlag.ConflictOf(row, caller));
}
