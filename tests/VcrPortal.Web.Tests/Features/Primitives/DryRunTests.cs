using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;
using static VcrPortal.Web.Tests.Features.Primitives.PrimitiveWorld;

namespace VcrPortal.Web.Tests.Features.Primitives;

public class DryRunTests
{
    private static readonly Caller Rea = new("rea", PortalRole.Reviewer);

    private static readonly string Written = Samples.Text + "\nsequesters(id=\"n9\", actor=\"BCL-2\", target=\"BIM\")\n";

    [Fact]
    public async Task DryRun_KilledInTheMiddle_WritesNothing_AndGoesOnFromThere()
    {
        using var leaves = new LeavesWhileReading();
        await using var portal = await TestPortal.StartAsync(interceptor: leaves);
        for (var i = 0; i < 3; i++) await portal.SaveTraceAsync(Written);
        var number = await ProposedAsync(portal);
        var before = await RowsAsync(portal);

        leaves.IsWatching = true;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => portal.Get<DryRunProposal>().RunAsync(number, Rea, leaves.Reader));
        Assert.True(leaves.HasLeft);
        Assert.Equal(before, await RowsAsync(portal));

        var report = Assert.IsType<DryRunReport>(await portal.Get<DryRunProposal>().RunAsync(number, Rea, default));
        Assert.Equal((3, 3, 3), (report.Looked, report.Touched, report.Claims));
        Assert.Equal(before, await RowsAsync(portal));
    }

    [Fact]
    public async Task DryRun_Again_ReadsOnlyWhatIsNew()
    {
        using var texts = new LeavesWhileReading();
        await using var portal = await TestPortal.StartAsync(interceptor: texts);
        await portal.SaveTraceAsync(Written);
        var number = await ProposedAsync(portal);
        await portal.Get<DryRunProposal>().RunAsync(number, Rea, default);
        var reads = texts.Reads;
        await portal.Get<DryRunProposal>().RunAsync(number, Rea, default);
        Assert.Equal(reads, texts.Reads);

        await portal.SaveTraceAsync(Written);
        var report = await portal.Get<DryRunProposal>().RunAsync(number, Rea, default);
        Assert.Equal((2, 2, reads + 1), (report!.Looked, report.Claims, texts.Reads));
    }

    [Fact]
    public async Task DryRun_OfWhatAnotherMaySee_ShowsNothingOfAPrivateTrace()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Written, owner: "rea", isPrivate: true);
        var number = await ProposedAsync(portal);
        Assert.Equal(1, (await portal.Get<DryRunProposal>().RunAsync(number, Rea, default))!.Claims);
        var others = (await portal.Get<DryRunProposal>().RunAsync(number, Eva, default))!;
        Assert.Equal((0, 0), (others.Looked, others.Claims));
    }

    private static async Task<(int History, int Traces, int Revisions, int Proposals, int Notifications)> RowsAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return (await db.History.CountAsync(), await db.Traces.CountAsync(), await db.TraceRevisions.CountAsync(),
            await db.Proposals.CountAsync(), await db.Set<NotificationRow>().CountAsync());
    }

    /// <summary>A reader who leaves while texts are read, and counts how often they are.</summary>
    private sealed class LeavesWhileReading : DbCommandInterceptor, IDisposable
    {
        private readonly CancellationTokenSource _leaves = new();

        public bool IsWatching { get; set; }
        public int Reads { get; private set; }
        public bool HasLeft => _leaves.IsCancellationRequested;
        public CancellationToken Reader => _leaves.Token;

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            var isOfTexts = command.CommandText.Contains("JOIN", StringComparison.Ordinal)
                && command.CommandText.Contains("TraceRevisions", StringComparison.Ordinal)
                && command.CommandText.Contains("Text", StringComparison.Ordinal);
            if (isOfTexts) Reads++;
            if (isOfTexts && IsWatching) _leaves.Cancel();
            return ValueTask.FromResult(result);
        }

        public void Dispose() => _leaves.Dispose();
    }
}
