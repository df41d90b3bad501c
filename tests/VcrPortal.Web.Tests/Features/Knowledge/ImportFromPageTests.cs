using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Knowledge;

/// <summary>The import that an administrator starts from the page.</summary>
public sealed class ImportFromPageTests : IDisposable
{
    private const string Members = "HGNC,MAP2K1,isa,FPLX,MEK\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private WebPortal Portal() => new(("Knowledge:Folder", _folder.File("knowledge")), ("Knowledge:ImportFolder", _folder.File("ready")));

    [Fact]
    public async Task Page_ImportsWhatIsChosen_AndSaysWhatCameOfIt()
    {
        _folder.Write("ready/relations.csv", Members + "UP,P1,isa,FPLX,MEK\n");
        _folder.Write("ready/dorothea.tsv", "tf\tconfidence\ttarget\tmor\n");
        await using var portal = Portal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var before = await admin.GetStringAsync(PortalUrls.AdminKnowledge);
        Assert.Contains("FamPlex relations, 1 kB", before);
        Assert.Contains("answers from its starter pack", before);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "import", ("File", "relations.csv"))).StatusCode);
        await portal.Get<ImportRuns>().Completion;
        var after = await admin.GetStringAsync(PortalUrls.AdminKnowledge);
        Assert.Contains("1 memberships", after);
        Assert.Contains("left out 1: an end that is neither gene symbol nor FamPlex id", after);
        Assert.Contains("Newer knowledge is installed.", after);
        Assert.Contains("relations.csv</td>", after);
        Assert.DoesNotContain("DoRothEA regulons</b> (dorothea.tsv)", after); // it was not chosen
        Assert.Equal("relations.csv", Assert.Single(InstalledSource.In(_folder.File("knowledge"))).File);
    }

    [Fact]
    public async Task Page_OfABrokenFile_NamesFileAndLine_AndWhatWasInstalledStays()
    {
        _folder.Write("ready/relations.csv", Members);
        await using var portal = Portal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "import", ("File", "relations.csv"));
        await portal.Get<ImportRuns>().Completion;
        var snapshot = Directory.GetFiles(_folder.File("knowledge"), "*.snapshot");
        _folder.Write("ready/relations.csv", Members + "HGNC,A,FPLX,B\n");
        await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "import", ("File", "relations.csv"));
        await portal.Get<ImportRuns>().Completion;
        Assert.Contains(
            "<b>Nothing was imported.</b> relations.csv, line 2: has 4 cells where 5 belong.",
            await admin.GetStringAsync(PortalUrls.AdminKnowledge));
        Assert.Equal(snapshot, Directory.GetFiles(_folder.File("knowledge"), "*.snapshot"));
    }

    [Theory]
    [InlineData("../secret/relations.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../relations.csv")]
    [InlineData("relations.csv\0")]
    [InlineData("RELATIONS.csv")]
    public async Task Start_OfANameThatIsNotInTheListing_BeginsNothing(string name)
    {
        _folder.Write("ready/relations.csv", Members);
        _folder.Write("secret/relations.csv", Members);
        await using var portal = await TestPortal.StartAsync(settings: ("Knowledge:ImportFolder", _folder.File("ready")));
        Assert.Equal(
            name, Assert.IsType<StartImportOutcome.NotThere>(
            await portal.Get<StartImport>().RunAsync(["relations.csv", name], new Caller("k", PortalRole.Admin), default)).Name);
        Assert.Null(portal.Get<ImportRuns>().Standing);
    }

    [Fact]
    public async Task Page_WhereNothingIsChosenOrAnotherImportRuns_SaysSo_AndKeepsTheChoice()
    {
        _folder.Write("ready/relations.csv", Members);
        await using var portal = Portal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        Assert.Contains(
            "Choose at least one file.",
            await (await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "import")).Content.ReadAsStringAsync());
        Assert.Contains(
            "does not lie in the folder for imports",
            await (await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "import", ("File", "../x"))).Content.ReadAsStringAsync());
        portal.Get<ImportRuns>().TryTake(1);
        var busy = await (
            await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "import", ("File", "relations.csv"))).Content.ReadAsStringAsync();
        Assert.Contains("Another import runs.", busy);
        Assert.Contains("checked", busy);
        Assert.Equal(HttpStatusCode.SeeOther, (await WebPortal.PostAsync(admin, PortalUrls.AdminKnowledge, "stop-import")).StatusCode);
        Assert.Contains("Stopping the import", await admin.GetStringAsync(PortalUrls.AdminKnowledge));
    }

    [Fact]
    public async Task Page_ForAnybodyElse_IsNotThere()
    {
        await using var portal = Portal();
        var (editor, _) = await portal.PersonAsync("eddi", PortalRole.Editor);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(PortalUrls.AdminKnowledge)).StatusCode);
    }

    [Fact]
    public async Task Runs_OneAtATime_AreStopped_AndKeepTheirLatestPhasesOnly()
    {
        var told = new TaskCompletionSource();
        await using var runs = new ImportRuns(async (_, progress, ct) =>
        {
            for (var i = 1; i <= ImportRuns.MostPhases + 5; i++) progress($"phase {i}");
            told.SetResult();
            return await UntilStopped(ct);
        }, TimeProvider.System, NullLogger<ImportRuns>.Instance);
        Assert.False(runs.TryStop());
        Assert.True(runs.TryTake(1));
        Assert.False(runs.TryTake(1));
        runs.Start(["x"]);
        await told.Task;
        var running = Assert.IsType<ImportStanding.Running>(runs.Standing);
        Assert.Equal((ImportRuns.MostPhases, $"phase {ImportRuns.MostPhases + 5}"), (running.Phases.Length, running.Phases[^1].Doing));
        Assert.True(runs.TryStop());
        Assert.False(runs.TryStop());
        await runs.Completion;
        Assert.IsType<ImportStanding.Stopped>(runs.Standing);
        Assert.True(runs.TryTake(1));
    }

    [Fact]
    public async Task Runs_WhenThePortalStops_EndAndLeaveNothing()
    {
        var runs = new ImportRuns((_, _, ct) => UntilStopped(ct), TimeProvider.System, NullLogger<ImportRuns>.Instance);
        runs.TryTake(1);
        runs.Start(["x"]);
        await runs.DisposeAsync();
        Assert.IsType<ImportStanding.Stopped>(runs.Standing);
    }

    private static Task<ImportOutcome> UntilStopped(CancellationToken ct)
    {
        var never = new TaskCompletionSource<ImportOutcome>();
        ct.Register(() => never.TrySetCanceled(ct));
        return never.Task;
    }
}
