using Microsoft.Data.Sqlite;
using VcrPortal.Web.CommandLine;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.CommandLine;

/// <summary>The verbs of whoever runs a portal: <c>doctor</c> and <c>backup</c>.</summary>
public sealed class UpkeepTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vcr-test-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private TestPortal _portal = null!;

    private string Database => Path.Combine(_folder.FullName, "portal.db");
    private string Copy => Path.Combine(_folder.FullName, "copy.db");

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync(settings: On(Database));

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Doctor_OfASoundPortal_SaysSoOfEachThing_AndChangesNothing()
    {
        await _portal.LaunchAsync();
        var before = await File.ReadAllBytesAsync(Database);
        Assert.Equal(0, await DoctorAsync(Database));
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        foreach (var what in new[] { "Configuration", "Database", "Cluster", "Knowledge", "Sources", "Disk", "Clock" })
            Assert.Contains($"ok    {what}", _output.ToString());
        Assert.Contains("It takes what is written.", _output.ToString());
        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public async Task Doctor_WhereThereIsNoDatabaseYet_SaysThatTheFirstStartMakesIt_AndMakesNone()
    {
        var nowhere = Path.Combine(_folder.FullName, "new", "portal.db");
        Assert.Equal(0, await DoctorAsync(nowhere));
        Assert.Contains("not there yet", _output.ToString());
        Assert.Contains("MB are free where the database will be.", _output.ToString());
        Assert.False(Directory.Exists(Path.GetDirectoryName(nowhere)));
    }

    [Theory]
    [InlineData("file", "portal.db")]
    [InlineData("file", "in", "portal.db")]
    public async Task Doctor_WhereAFileStandsForTheFolder_SaysThatTheStartWillFail(params string[] below)
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        Assert.Equal(1, await DoctorAsync(Path.Combine([_folder.FullName, .. below])));
        Assert.Contains("BAD   Database", _output.ToString());
        Assert.Contains($"cannot be made: {file} is a file, and no folder.", _output.ToString());
        Assert.DoesNotContain("The first start makes it", _output.ToString());
    }

    [Fact]
    public async Task Doctor_OfAFolderWhereADatabaseFileIsMeant_SaysSo()
    {
        Assert.Equal(1, await DoctorAsync(_folder.FullName));
        Assert.Contains("is a folder; its file would be there.", _output.ToString());
    }

    [Fact]
    public async Task Doctor_OfAKnowledgeFolderThatCannotBeMade_SaysSoOfTheFolder()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        Assert.Equal(0, await DoctorAsync(Database, $"--Knowledge:Folder={Path.Combine(file, "kn")}"));
        Assert.Contains("warn  Knowledge", _output.ToString());
        Assert.Contains($"What is imported cannot be kept: {Path.Combine(file, "kn")} cannot be made: {file} is a", _output.ToString());
    }

    [Fact]
    public async Task Doctor_WhereNothingCanBeWritten_SpeaksOfTheFolder_AndNotOfItsOwnFile()
    {
        if (!OperatingSystem.IsLinux()) return; // where such a folder is, for every user
        Assert.Equal(1, await DoctorAsync("/proc/kn/portal.db", "--Knowledge:Folder=/proc/kn"));
        Assert.Contains("/proc/kn is not there and cannot be made: /proc is the nearest folder, and ", _output.ToString());
        Assert.Contains("warn  Knowledge     What is imported cannot be kept: /proc/kn is not there", _output.ToString());
        Assert.DoesNotContain("vcr-doctor", _output.ToString());
    }

    [Fact]
    public async Task Doctor_LeavesNoFile()
    {
        var files = Directory.GetFileSystemEntries(_folder.FullName).Order().ToList();
        Assert.Equal(0, await DoctorAsync(Path.Combine(_folder.FullName, "other.db"), $"--Knowledge:Folder={_folder.FullName}"));
        Assert.Equal(files, Directory.GetFileSystemEntries(_folder.FullName).Order());
    }

    [Fact]
    public async Task Doctor_OfAFileThatIsNoDatabase_SaysWhatToDo()
    {
        await File.WriteAllTextAsync(Copy, new string('x', 10_000));
        Assert.Equal(1, await DoctorAsync(Copy));
        Assert.Contains("BAD   Database", _output.ToString());
        Assert.Contains($"{Environment.NewLine}{"",-20}-> ", _output.ToString());
    }

    [Theory]
    [InlineData("--Jobs:Workers=999", "BAD   Configuration", "Jobs:Workers")]
    [InlineData("--Database:Provider=Oracle", "BAD   Configuration", "Database:Provider")]
    [InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT=ftp://x", "BAD   Configuration", "OTEL_EXPORTER_OTLP_ENDPOINT is no address")]
    [InlineData("--Sources:Wikipedia:BaseAddress=http://127.0.0.1:9", "warn  Sources", "does not answer")]
    [InlineData("--AllowedHosts=*", "warn  Configuration", "portal.example.org")]
    public async Task Doctor_OfASettingThatIsWrong_NamesIt(string setting, string found, string part)
    {
        await DoctorAsync(Database, setting);
        Assert.Contains(found, _output.ToString());
        Assert.Contains(part, _output.ToString());
    }

    [Fact]
    public async Task Doctor_OfAMeetingPlaceThatDoesNotAnswer_SaysSo_AndNoPassword()
    {
        Assert.Equal(1, await DoctorAsync(Database, $"--Cluster:SqlServer={ClosedPort.ConnectionString()}"));
        Assert.Contains("BAD   Cluster", _output.ToString());
        Assert.Contains("(Cluster:SqlServer). The database server cannot be reached.", _output.ToString());
        Assert.Equal(1, await DoctorAsync(Database, $"--Cluster:Redis=127.0.0.1:{ClosedPort.Find()},password=hush,connectTimeout=500"));
        Assert.Contains("(Cluster:Redis). The Redis at 127.0.0.1:", _output.ToString());
        Assert.Contains("Its client says: It was not possible to connect", _output.ToString());
        Assert.DoesNotContain("AbortOnConnect", _output.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("abortConnect", _output.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hush", _output.ToString());
    }

    [Theory]
    [InlineData("doctor", "now")]
    [InlineData("backup")]
    [InlineData("backup", "--to")]
    public async Task AVerb_ThatIsNotUnderstood_ExitsWith2(params string[] args) =>
        Assert.Equal(2, await CommandLineVerbs.TryRunAsync(args, _output, _errors));

    [Fact]
    public async Task Backup_OfAPortalThatGoesOn_IsWhole_AndAPortalStartsOnIt()
    {
        var job = await _portal.LaunchAsync();
        await _portal.RunNextAsync();
        Assert.Equal(0, await BackupAsync(Copy));
        await _portal.LaunchAsync(); // goes on; the copy is of the moment before
        Assert.Contains("checked", _output.ToString());

        await using var restored = await TestPortal.StartAsync(settings: On(Copy));
        await using var db = restored.Db();
        Assert.Equal([job], db.Set<VcrPortal.Web.Features.Jobs.JobRow>().Select(j => j.Number).ToList());
        Assert.Equal(
            (await _portal.LogAsync(job)).Select(e => (e.Sequence, e.At)), (await restored.LogAsync(job)).Select(e => (e.Sequence, e.At)));
        Assert.True((await restored.LogAsync(job))[^1].IsTerminal);
        Assert.Equal(job + 1, await restored.LaunchAsync());
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Backup_NeverTakesThePlaceOfAnother()
    {
        await File.WriteAllTextAsync(Copy, "an older one");
        Assert.Equal(1, await BackupAsync(Copy));
        Assert.Equal("an older one", await File.ReadAllTextAsync(Copy));
        Assert.Contains("there already", _errors.ToString());
        Assert.Equal(1, await BackupAsync(Path.Combine(_folder.FullName, "no such folder", "copy.db")));
    }

    private Task<int> DoctorAsync(string database, params string[] more) => RunAsync("doctor", database, more);

    private Task<int> BackupAsync(string to) => RunAsync("backup", Database, "--to", to);

    private async Task<int> RunAsync(string verb, string database, params string[] more) =>
        (await CommandLineVerbs.TryRunAsync(
            [verb, .. On(database).Select(s => $"--{s.Key}={s.Value}"), .. more], _output, _errors))!.Value;

    // SQLite whatever the other tests run on: a backup of a server is its administrator's.
    private static (string Key, string Value)[] On(string file) =>
        [("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={file}")];
}
