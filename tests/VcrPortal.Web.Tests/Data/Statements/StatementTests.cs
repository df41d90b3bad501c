using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Export.Data;
using Xunit.Abstractions;

namespace VcrPortal.Web.Tests.Data.Statements;

/// <summary>
/// Every statement that the portal sends to SQL Server, made by running each verb and query over a connection that goes nowhere: read by
/// SQL Server's own parser, and within what servers that speak its protocol do.
/// </summary>
public partial class StatementTests(ITestOutputHelper output)
{
    /// <summary>For each class that speaks to the database: runs of it that together send all its statements. Made when asked for, because
    /// the fields of a class in several files are filled in no certain order.</summary>
    private static Dictionary<Type, Run[]> Runs => new([
        .. AccountRuns, .. AdministrationRuns, .. BatchRuns, .. CollectionRuns, .. DiscussionRuns, .. JobRuns, .. KnowledgeRuns,
        .. ModerationRuns, .. NotificationRuns, .. PrimitiveRuns, .. ReviewRuns, .. RevisionRuns, .. TeamRuns, .. TraceRuns,
    ]);

    [Fact]
    public void EveryClassThatSpeaksToTheDatabase_IsRun()
    {
        var speakers = typeof(PortalDb).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && SpeaksToTheDatabase(t));
        // Run by JobRunner; by the migration test; nothing of its own; by SearchTraces; by AddComment; by JobTelemetryTests, as a
        // collector; asks where the file is; on SQLite only; by SaveTrace and ReviseTrace, twice; by EveryVerbTests, for it asks a server
        // first; asks where the file is, and on a server for a lock of its own connection; by SaveTrace and ImportTraces; on SQLite
        // only, by NewRowsTests; by FindClaims.
        Type[] notByThemselves =
            [typeof(JobJournal), typeof(OpenDatabase), typeof(PortalDbFactory), typeof(LikeTraceSearch), typeof(NotificationDraft),
                typeof(WriteRevision), typeof(CheckRevision),
                typeof(JobTelemetry), typeof(DiskSpace), typeof(SearchOfDatabase), typeof(FullTextOnSqlite),
                typeof(NarrowTraces), typeof(DataRecordsOf), typeof(IndexTrace), typeof(TestModel), typeof(WorkLock),
                typeof(TraceRows), typeof(SqliteStatement), typeof(SurroundingClaims)];
        Assert.Empty(speakers.Except(Runs.Keys).Except(notByThemselves).Select(t => t.FullName));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task EveryStatement_IsReadBySqlServersParser_AndAsksForNothingSpecial(int? maxBatchSize)
    {
        foreach (var (type, runs) in Runs)
        {
            var record = new RecordStatements();
            foreach (var run in runs) await run.PlayAsync(record, maxBatchSize);
            Assert.True(record.Statements.Count > 0, $"{type.Name} sent nothing");
            output.WriteLine($"-- {type.Name}: {record.Statements.Count} statements");
            foreach (var statement in record.Statements.Distinct()) Check(type.Name, statement);
        }
    }

    [Fact]
    public async Task EveryTable_IsWrittenAndReadByTheRuns()
    {
        var record = new RecordStatements();
        foreach (var run in Runs.Values.SelectMany(r => r)) await run.PlayAsync(record, null);
        using var db = new PortalDbFactory(new DatabaseOptions(), "/").CreateDbContext();
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).ToArray();
        string[] Without(string words) =>
            [.. tables.Where(t => !record.Statements.Exists(s => s.Contains($"{words} [{t}]", StringComparison.Ordinal)))];
        string[] identitys = ["AccountClaims", "AccountTokens"]; // of its model, and not used so far
        Assert.Equal(["Numbers"], Without("INSERT INTO").Except(identitys)); // its rows are made by the migration
        Assert.Equal([], Without("FROM").Except(identitys));
    }

    [Fact]
    public async Task ABeginningAndAnAppend_AreConditional() // the statements on which "one job, one worker" rests
    {
        var record = new RecordStatements();
        await Runs[typeof(BeginAttempt)][0].PlayAsync(record, null);
        Assert.Contains(
            record.Statements, s => s.Contains("UPDATE", StringComparison.Ordinal) && s.Contains("[Attempt] = @", StringComparison.Ordinal)
            && s.Contains("[State] = @", StringComparison.Ordinal));
        record.Statements.Clear();
        await Runs[typeof(FinishJob)][0].PlayAsync(record, null);
        Assert.Contains("[Attempt] = @", record.Statements[0], StringComparison.Ordinal);
    }

    [Fact]
    public void TheMigrationScript_IsReadBySqlServersParser()
    {
        using var db = new PortalDbFactory(
            new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=none" }, "/").CreateDbContext();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [Traces]", script);
        Check("migrations", script);
    }

    private static void Check(string who, string statement)
    {
        var (_, errors) = TransactSql.Parse(statement);
        Assert.True(errors.Count == 0, $"{who}: {string.Join("; ", errors.Select(e => e.Message))}\n{statement}");
        foreach (var special in new[] { "MERGE ", "JSON_MODIFY", "OPENJSON", "CREATE DATABASE", "ALTER DATABASE", "CONTAINS(", "FREETEXT" })
            Assert.False(statement.Contains(special, StringComparison.OrdinalIgnoreCase), $"{who} uses {special}:\n{statement}");
    }

    private static bool SpeaksToTheDatabase(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(c => c.GetParameters())
            .Concat(type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .SelectMany(m => m.GetParameters()))
            .Any(p => p.ParameterType == typeof(IDbContextFactory<PortalDb>) || p.ParameterType == typeof(PortalDbFactory)
                || p.ParameterType == typeof(PortalDb))
        && !typeof(PortalDb).IsAssignableFrom(type);
}
