using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access;

/// <summary>One rule for every kind of row: what lists show, what a number finds, and whom those who follow live are.</summary>
public class AudienceRuleTests
{
    private static readonly Caller Bob = new("bob", PortalRole.Contributor);
    private static readonly Caller Admin = new("admin", PortalRole.Admin);

    [Fact]
    public async Task PrivateJobAndTrace_AreForTheirOwnerAndGuests_InListsByNumberAndLive()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text, Samples.Ana.Key, isPrivate: true);
        await using var db = portal.Db();
        await db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, true));
        db.Guests.Add(new GuestRow { JobNumber = 1, AccountKey = Bob.Key });
        await db.SaveChangesAsync();

        foreach (var (caller, relation) in new (Caller, Relation?)[]
            { (Samples.Ana, Relation.Owner), (Bob, Relation.Invited), (Admin, null), (Caller.Visitor("v"), null) })
        {
            await AssertSeenAsync<JobRow>(db, caller, relation);
            await AssertSeenAsync<TraceRow>(db, caller, relation);
        }
    }

    [Fact]
    public async Task PrivateBatch_IsForItsOwnerOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(1, Samples.Ana.Key);
        await using var db = portal.Db();
        await db.Batches.ExecuteUpdateAsync(s => s.SetProperty(b => b.IsPrivate, true));
        db.Guests.Add(new GuestRow { JobNumber = 1, AccountKey = Bob.Key });
        await db.SaveChangesAsync();
        await AssertSeenAsync<BatchRow>(db, Samples.Ana, Relation.Owner);
        await AssertSeenAsync<BatchRow>(db, Bob, null);
    }

    [Fact]
    public async Task PublicRows_AreForEverybody()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(1, "v");
        await using var db = portal.Db();
        await AssertSeenAsync<JobRow>(db, Bob, Relation.Stranger);
        await AssertSeenAsync<BatchRow>(db, Caller.Visitor("other"), Relation.Stranger);
        await AssertSeenAsync<BatchRow>(db, Caller.Visitor("v"), Relation.Owner);
    }

    /// <param name="relation">Null: for this caller there is no such row.</param>
    private static async Task AssertSeenAsync<TRow>(PortalDb db, Caller caller, Relation? relation) where TRow : class, IResourceRow<TRow>
    {
        Assert.Equal(relation is null ? 0 : 1, await db.Set<TRow>().VisibleTo(db, caller).CountAsync());
        Assert.Equal(relation, (await db.FindResourceAsync<TRow>(1, caller, default))?.Relation);
        Assert.Equal(relation is not null, (await db.FindAudienceAsync<TRow>(1, default))!.Includes(caller));
        Assert.Null(await db.FindResourceAsync<TRow>(2, caller, default));
        Assert.Null(await db.FindAudienceAsync<TRow>(2, default));
    }
}
