using VcrPortal.Web.CommandLine;
using VcrPortal.Web.Hosting;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>A portal that is asked for wrongly does not start as another one.</summary>
public class PortalArgumentsTests
{
    [Theory]
    [InlineData("There is no option --no-sample. Did you mean --no-samples?", "--no-sample", "--urls", "http://127.0.0.1:6127")]
    [InlineData("There is no option --wrong.", "--wrong")]
    [InlineData("There is no section Databse of settings. Did you mean database?", "--Databse:Provider=SqlServer")]
    [InlineData("There is no option --url. Did you mean --urls?", "--url=http://127.0.0.1:1")]
    [InlineData("extra is neither an option nor the value of one.", "--no-samples", "extra")]
    [InlineData("--urls needs a value after it.", "--urls")]
    [InlineData("--role needs a value after it.", "--role", "--no-samples")]
    [InlineData("--Jobs:Workers needs a value after it.", "--Jobs:Workers", "--no-samples")]
    public async Task AMistake_EndsWithOneSentence_BeforeAnythingIsMade(string sentence, params string[] args)
    {
        using var errors = new StringWriter();
        Assert.Equal(2, await CommandLineVerbs.TryRunAsync(args, TextWriter.Null, errors));
        Assert.StartsWith(sentence, errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await CommandLineVerbs.TryRunAsync(["serve", .. args], TextWriter.Null, TextWriter.Null));
    }

    [Theory]
    [InlineData("--no-samples", "--urls", "http://127.0.0.1:0", "--role", "worker")]
    [InlineData("--Jobs:Workers", "2", "--Database:Provider=Sqlite", "--environment=Production", "--contentRoot", "/tmp")]
    [InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317", "--allowedhosts=a.example", "Jobs:Workers=2", "/urls", "http://a:1")]
    [InlineData("--Review:Weight", "-1")]
    public void WhatConfigurationUnderstands_Passes(params string[] args) => Assert.Null(PortalArguments.FindTrouble(args));

    [Theory]
    [InlineData("There is no setting Database:Provder. Did you mean Database:Provider?", "--Database:Provder=SqlServer")]
    [InlineData("There is no setting Jobs:Wrokers. Did you mean Jobs:Workers?", "--Jobs:Wrokers=2")]
    [InlineData("There is no setting Cluster:Redus. Did you mean Cluster:Redis?", "--Cluster:Redus=localhost:6379")]
    [InlineData("There is no setting Portal:Roles. Did you mean Portal:Role?", "--Portal:Roles=portal")]
    [InlineData("There is no setting Proxies:Knwon. There is Proxies:Known.", "--Proxies:Knwon:0=1.1.1.1")]
    [InlineData("Database:ConnectionString cannot be read. Write for example \"Data Source=App_Data/portal.db\".",
        "--Database:ConnectionString=garbage")]
    [InlineData("There is no setting Portal:Rol. Did you mean Portal:Role?", "--Portal:Rol=worker")]
    [InlineData("There is no setting Accounts:Readin. Did you mean Accounts:Reading?", "--Accounts:Readin=Members")]
    [InlineData("There is no setting Accounts:Administrator:Nam. Did you mean Accounts:Administrator:Name?",
        "--Accounts:Administrator:Nam=ada")]
    [InlineData("There is no setting Accounts:External:Clientid2.", "--Accounts:External:0:Clientid2=a")]
    [InlineData("There is no setting Knowledge:Foldr. Did you mean Knowledge:Folder?", "--Knowledge:Foldr=/tmp")]
    [InlineData("There is no setting Knowledge:Upload:Most.", "--Knowledge:Upload:Most=1")]
    [InlineData("Review:Reviewers is 99; write a number from 1 to 9.", "--Review:Reviewers=99")]
    [InlineData("Database:Provider is \"Postgres\", and it is one of Sqlite, SqlServer.", "--Database:Provider=Postgres")]
    [InlineData("Jobs:Workers is \"abc\", and it is a whole number.", "--Jobs:Workers=abc")]
    [InlineData("Samples:Enabled is \"maybe\", and it is true or false.", "--Samples:Enabled=maybe")]
    [InlineData("abc is no address to listen at", "--urls=abc")]
    [InlineData("http://127.0.0.1:999999 is no address to listen at", "--urls=http://127.0.0.1:999999")]
    public async Task ASettingThatWillNotDo_IsNamed_AndNothingListens(string sentence, string setting)
    {
        await using var run = ProgramRun.Start(["--urls=http://127.0.0.1:0", setting]);
        var (code, output, errors) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.StartsWith($"VcrPortal cannot start. {sentence}", errors.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("listening", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SettingsThatAreNoJson_AreNamedWithTheirPlace()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-test-");
        var file = Path.Combine(folder.FullName, "appsettings.json");
        await File.WriteAllTextAsync(file, "{bad");
        await using var run = ProgramRun.Start(["--urls=http://127.0.0.1:0", "--contentRoot", folder.FullName]);
        var (code, _, errors) = await run.EndAsync();
        folder.Delete(recursive: true);
        Assert.Equal(1, code);
        Assert.StartsWith($"VcrPortal cannot start. Failed to load configuration from file '{file}'. 'b' is", errors);
        Assert.Contains("LineNumber: 0", errors);
    }
}
