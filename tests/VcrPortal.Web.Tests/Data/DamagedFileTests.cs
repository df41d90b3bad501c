using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

/// <summary>Somebody, or a disk, puts garbage over the file of a portal that runs.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vcr-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task FromTheNextBeatOn_NothingIsAcknowledged_ThatWouldBeLost()
    {
        var file = Path.Combine(_folder.FullName, "portal.db");
        await using var portal = await TestPortal.StartAsync(
            settings: [("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={file}")]);
        await portal.LaunchAsync();
        await using (var db = portal.Db()) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await File.WriteAllBytesAsync(file, [.. Enumerable.Repeat((byte)'x', 1 << 20)]);

        var heart = portal.Get<Heartbeat>();
        await heart.BeatAsync(default);
        Assert.Contains("damaged", heart.Trouble);
        var launched = await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default);
        Assert.Contains("damaged", Assert.IsType<LaunchOutcome.NotSaved>(launched).Reason);
        SqliteConnection.ClearAllPools();
    }
}
