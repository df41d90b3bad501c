using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>What whoever flagged something sees of it.</summary>
public sealed record OwnFlag(FlagReason Reason, FlagState State, DateTime At, string? Decision);

/// <summary>A decision that everybody reads beside the text.</summary>
public sealed record UpheldFlag(FlagReason Reason, string? Decision);

/// <summary>Flags on one text, for its readers.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ReadFlags(IDbContextFactory<PortalDb> databases)
{
    /// <summary>The most flags of one text that are read.</summary>
    public const int Most = 20;

    /// <summary>What is flagged, and the caller's own flags on it, the newest first.</summary>
    /// <returns>Null when there is none, or the caller may not see it.</returns>
    public async Task<(FlagTarget Target, ImmutableArray<OwnFlag> Own)?> FindAsync(
        FlagKind kind, int number, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await FlagTarget.FindAsync(db, kind, number, caller, ct) is not { } target) return null;
        var own = await db.Flags.Where(f => f.Kind == kind && f.Target == number && f.FlaggerKey == caller.Key)
            .OrderByDescending(f => f.Number).Take(Most).Select(f => new OwnFlag(f.Reason, f.State, f.At, f.Decision)).ToListAsync(ct);
        return (target, [.. own]);
    }

    /// <summary>The upheld flags of a text that the caller sees.</summary>
    public async Task<ImmutableArray<UpheldFlag>> UpheldAsync(FlagKind kind, int number, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await FlagTarget.FindAsync(db, kind, number, caller, ct) is null) return [];
        return [.. await db.Flags.Where(f => f.Kind == kind && f.Target == number && f.State == FlagState.Upheld).OrderBy(f => f.Number)
            .Take(Most).Select(f => new UpheldFlag(f.Reason, f.Decision)).ToListAsync(ct)];
    }
}
