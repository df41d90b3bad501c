using System.Net;
using System.Net.Sockets;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>The program from its first line on, as a process.</summary>
public class StartTests
{
    [Fact]
    public async Task Start_OnASqlServerThatDoesNotListen_EndsWithOneLineThatSaysSo()
    {
        await using var run = ProgramRun.Start(
            ["--urls", "http://127.0.0.1:0", "--Database:Provider=SqlServer",
                $"--Database:ConnectionString={ClosedPort.ConnectionString()}"]);
        var (code, _, errors) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.StartsWith("VcrPortal cannot start. The database server cannot be reached. SQL Server's client says, error ", errors);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Start_OfAMemberWhoseMeetingPlaceDoesNotListen_EndsWithOneLineThatSaysSo()
    {
        await using var run = ProgramRun.Start(
            ["--urls", "http://127.0.0.1:0", "--no-samples", "--Cluster:Port=0", "--Cluster:Address=127.0.0.1",
                $"--Cluster:SqlServer={ClosedPort.ConnectionString()}"]);
        var (code, _, errors) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.StartsWith(
            "VcrPortal cannot start. The members of the cluster cannot meet (Cluster:SqlServer). The database server cannot be reached. "
            + "SQL Server's client says, error ", errors);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("hush", errors);
    }

    [Fact]
    public async Task Start_OfAMemberWhoseRedisDoesNotListen_EndsWithOneLineThatSaysSo()
    {
        await using var run = ProgramRun.Start(
            ["--urls", "http://127.0.0.1:0", "--no-samples", "--Cluster:Port=0", "--Cluster:Address=127.0.0.1",
                $"--Cluster:Redis=127.0.0.1:{ClosedPort.Find()},password=hush"]);
        var (code, _, errors) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.StartsWith(
            "VcrPortal cannot start. The members of the cluster cannot meet (Cluster:Redis). The Redis at 127.0.0.1:", errors);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("hush", errors);
    }

    [Theory]
    [InlineData("Cluster:SqlServer names no server and database", "--Cluster:SqlServer=Server=db")]
    [InlineData("Cluster:SqlServer names no server and database", "--Cluster:SqlServer=nonsense")]
    [InlineData("are both there", "--Cluster:SqlServer=Server=db;Database=c", "--Cluster:Redis=localhost:1")]
    public async Task Start_WithAMeetingPlaceThatCannotBe_SaysWhatToWrite(string says, params string[] settings)
    {
        await using var run = ProgramRun.Start(["--urls", "http://127.0.0.1:0", "--no-samples", .. settings]);
        var (code, _, errors) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains(says, errors);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Start_OnAMachineThatSpeaksGerman_WritesNumbersAsEverywhere()
    {
        await using var run = ProgramRun.Start(["--urls", "http://127.0.0.1:0", "--no-samples", "--Launch:AllowVisitors=true"],
            ("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8"), ("Logging__LogLevel__Default", "Warning"));
        var address = (await run.UntilAsync("VcrPortal is at "))[^1].Split(' ')[^1];
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var answer = await WebPortal.PostAsync(
            client, PortalUrls.Launch, "ask", ("Question.Kind", "compound"), ("Question.Compound", new string('x', 1234)));
        Assert.Contains("At most 200 characters; this has 1,234.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Start_FromAnotherFolder_ReadsTheSettingsBesideTheProgram()
    {
        await using var run = ProgramRun.Start(["--urls", "http://127.0.0.1:0", "--no-samples"]);
        var lines = await run.UntilAsync("VcrPortal is at ");
        Assert.DoesNotContain(lines, line => line.Contains("Executed DbCommand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ThatIsToldToStop_StopsWithoutComplaint()
    {
        // Takes the connection and never says a word: the portal stays where it opens its database.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var connection = ClosedPort.ConnectionString(((IPEndPoint)silent.LocalEndpoint).Port, seconds: 600);
        await using var run = ProgramRun.Start(
            ["--urls", "http://127.0.0.1:0", "--Database:Provider=SqlServer", $"--Database:ConnectionString={connection}"]);
        using var opening = await silent.AcceptTcpClientAsync();
        await run.TerminateAsync();
        var (code, _, errors) = await run.EndAsync();
        Assert.Equal((0, ""), (code, errors));
    }
}
