using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>How a row becomes a line of a list.</summary>
internal static class CollectionSummaries
{
    public static IQueryable<CollectionSummary> For(PortalDb db, IQueryable<CollectionRow> collections, Caller caller)
    {
        var (key, people, teams, members) = (caller.Key, db.Users, db.Teams, db.TeamMembers);
        return from c in collections
               let team = teams.Where(t => t.Key == c.OwnerKey).Select(t => t.Name).FirstOrDefault()
               select new CollectionSummary(
                   c.Number, c.Title, c.About,
                   team ?? people.Where(p => p.Id == c.OwnerKey).Select(p => p.UserName).FirstOrDefault(), team != null, c.IsPrivate,
                   c.ChangedAt,
                   c.OwnerKey == key || members.Any(m => m.TeamKey == c.OwnerKey && m.AccountKey == key));
    }
}
