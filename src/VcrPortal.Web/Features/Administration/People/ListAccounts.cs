using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Administration.People;

/// <param name="Email">For administrators only.</param>
/// <param name="LaunchQuota">Null where the configuration holds.</param>
public sealed record AccountListItem(string Key, string Name, string? Email, PortalRole Role, DateTime CreatedAt, int? LaunchQuota);

/// <summary>A page of accounts for administrators, by name.</summary>
[Requires(Operation.ListAccounts)]
public sealed class ListAccounts(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 50;

    /// <returns>Null for anybody who may not list them.</returns>
    public async Task<(ImmutableArray<AccountListItem> Items, int Total)?> RunAsync(int page, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ListAccounts)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var items = await db.Users.OrderBy(a => a.NormalizedUserName).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize)
            .Select(a => new AccountListItem(a.Id, a.UserName!, a.Email, a.Role, a.CreatedAt, a.LaunchQuota)).ToListAsync(ct);
        return ([.. items], await db.Users.CountAsync(ct));
    }
}
