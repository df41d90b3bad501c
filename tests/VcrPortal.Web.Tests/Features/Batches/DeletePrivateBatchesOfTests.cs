using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches;

public class DeletePrivateBatchesOfTests
{
    [Fact]
    public async Task Leaving_InTheMiddleOfAPrivateBatch_LeavesNothingToEnqueue()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var records = Enumerable.Repeat(Samples.Record(), BatchPieceRow.Records + 1).ToList();
        await ana.AskAsync<LaunchBatch, BatchOutcome>((s, caller) => s.RunAsync("hers alone", records, true, caller, default));
        Assert.Equal(1, await portal.Db().BatchPieces.CountAsync());

        Assert.Equal(
            DeleteAccountOutcome.Deleted,
            await ana.AskAsync<DeleteAccount, DeleteAccountOutcome>(
                (s, caller) => s.RunAsync(
                new Proof.Password(Browser.Password), Contributions.Keep, new LeftCollections.Nobodys(), caller, default)));
        await using var db = portal.Db();
        Assert.Equal((0, 0, 0), (await db.Batches.CountAsync(), await db.BatchPieces.CountAsync(), await db.Jobs.CountAsync()));
        Assert.False(await portal.Get<EnqueueBatchPiece>().RunAsync(default));
    }
}
