using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Administration.People;

/// <param name="Email">For administrators only.</param>
/// <param name="LaunchQuota">Null where the configuration holds.</param>
public sealed record AccountListItem(string Key, string Name, string? Email, PortalRole Role, DateTime CreatedAt, int? LaunchQuota);

/// <summary>What accounts are sorted by.</summary>
public enum AccountSort { Name, Since, Role }

/// <param name="Find">A part of the name or of the e-mail address; null for everybody.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="PageSize">At most <see cref="ListAccounts.MostRows"/>.</param>
public sealed record AccountQuery(
    string? Find = null, AccountSort Sort = AccountSort.Name, bool Descending = false, int Page = 1, int PageSize = ListAccounts.MostRows);

/// <summary>A page of accounts for administrators.</summary>
[Requires(Operation.ListAccounts)]
public sealed class ListAccounts(IDbContextFactory<PortalDb> databases)
{
    public const int MostRows = 50;

    /// <returns>Null for anybody who may not list them.</returns>
    public async Task<(ImmutableArray<AccountListItem> Items, int Total)?> RunAsync(AccountQuery query, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ListAccounts)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        IQueryable<Account> found = db.Users;
        if (query.Find?.Trim().ToUpperInvariant() is { Length: > 0 } part) // as Identity normalises
            found = found.Where(a => a.NormalizedUserName!.Contains(part) || a.NormalizedEmail!.Contains(part));
        var size = Math.Clamp(query.PageSize, 1, MostRows);
        var items = await Sorted(found, query).Skip((Math.Clamp(query.Page, 1, 100_000) - 1) * size).Take(size)
            .Select(a => new AccountListItem(a.Id, a.UserName!, a.Email, a.Role, a.CreatedAt, a.LaunchQuota)).ToListAsync(ct);
        return ([.. items], await found.CountAsync(ct));
    }

    private static IOrderedQueryable<Account> Sorted(IQueryable<Account> accounts, AccountQuery query) =>
        (query.Sort, query.Descending) switch
        {
            (AccountSort.Since, false) => accounts.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id),
            (AccountSort.Since, true) => accounts.OrderByDescending(a => a.CreatedAt).ThenBy(a => a.Id),
            (AccountSort.Role, false) => accounts.OrderBy(a => a.Role).ThenBy(a => a.NormalizedUserName),
            (AccountSort.Role, true) => accounts.OrderByDescending(a => a.Role).ThenBy(a => a.NormalizedUserName),
            (_, true) => accounts.OrderByDescending(a => a.NormalizedUserName),
            _ => accounts.OrderBy(a => a.NormalizedUserName),
        };
}
