using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <param name="Names">In alphabetical order.</param>
/// <param name="Next">How many to skip for the next page; null when this was the last.</param>
public sealed record SuggestedPeople(ImmutableArray<string> Names, int? Next);

/// <summary>Whom somebody may call in a comment: on a private trace only those who may see it, for nobody else would learn of it.</summary>
[Requires(Operation.Comment)]
public sealed class SuggestPeople(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Names of one page.</summary>
    public const int PageSize = 8;
    /// <summary>Characters of a beginning; longer names there are none.</summary>
    private const int MostCharacters = 40;

    /// <param name="start">The beginning of a name, in any case of letters; empty for all.</param>
    /// <returns>Null when there is no such trace for this caller.</returns>
    public async Task<SuggestedPeople?> RunAsync(int trace, string? start, int skip, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Comment)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindAudienceAsync<TraceRow>(trace, ct) is not { } audience || !audience.Includes(caller)) return null;
        var begins = start?.Trim().ToUpperInvariant() ?? ""; // as Identity normalises
        if (begins.Length > MostCharacters || skip < 0) return new([], null);
        var people = db.Users.Where(a => a.NormalizedUserName != null && a.NormalizedUserName.StartsWith(begins));
        if (audience.IsPrivate)
        {
            string[] keys = [audience.OwnerKey, .. audience.Guests];
            people = people.Where(a => keys.Contains(a.Id));
        }
        var names = await people.OrderBy(a => a.NormalizedUserName).Skip(skip).Take(PageSize + 1).Select(a => a.UserName!).ToListAsync(ct);
        return new([.. names.Take(PageSize)], names.Count > PageSize ? skip + PageSize : null);
    }
}
