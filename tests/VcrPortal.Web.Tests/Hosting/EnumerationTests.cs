using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>How long an answer takes must tell nothing either: whoever asks for what is private costs the same questions to the database as
/// whoever asks for what is not there. Wrong sign-ins are in CheckPasswordTests.</summary>
public class EnumerationTests
{
    private const int Nowhere = 99_999;

    /// <summary>Now and then the portal asks something for itself in between.</summary>
    private const int Tries = 3;

    [Fact]
    public async Task WhatIsPrivate_AsksTheDatabaseTheSame_AsWhatIsNotThere()
    {
        var asked = new Asked();
        await using var portal = new WebPortal { Interceptor = asked };
        var (_, ana) = await portal.PersonAsync("ana");
        var (other, _) = await portal.PersonAsync("bob");
        var (job, trace) = await PrivateAsync(portal, ana);
        (string There, string NotThere)[] addresses =
        [
            (PortalUrls.Job(job), PortalUrls.Job(Nowhere)), (PortalUrls.Trace(trace), PortalUrls.Trace(Nowhere)),
            (PortalUrls.Feed(trace), PortalUrls.Feed(Nowhere)),
            .. ExportFormat.All.Select(f => f.Extension).Select(format =>
                (PortalUrls.TraceExport(trace, 1, format), PortalUrls.TraceExport(Nowhere, 1, format))),
        ];
        foreach (var client in (HttpClient[])[portal.Visitor(), other])
            foreach (var (there, notThere) in addresses)
            {
                await client.GetAsync(notThere); // what is kept from one request to the next is kept by now
                await CostTheSameAsync(client, asked, there, notThere);
            }
    }

    private static async Task CostTheSameAsync(HttpClient client, Asked asked, string there, string notThere)
    {
        string[] one, other;
        var tries = 0;
        do
        {
            (var status, one) = await AskAsync(client, asked, there);
            Assert.Equal((there, HttpStatusCode.NotFound), (there, status));
            other = (await AskAsync(client, asked, notThere)).Questions;
        } while (!one.SequenceEqual(other) && ++tries < Tries);
        Assert.Equal(other, one);
    }

    private static async Task<(HttpStatusCode Status, string[] Questions)> AskAsync(HttpClient client, Asked asked, string path)
    {
        asked.Statements.Clear();
        using var answer = await client.GetAsync(path);
        return (answer.StatusCode, [.. asked.Statements]);
    }

    private static async Task<(int Job, int Trace)> PrivateAsync(WebPortal portal, Caller owner)
    {
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), true, owner, default)).JobNumber;
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var trace = new NewTrace(
            job, Samples.Record(), PortalJson.Write(Samples.Record()), "script 1", TraceState.Published, null,
            [new(1, Samples.Text, "as it was written", false)], "Report [1].", [Samples.Evidence()], Samples.NoCitations, Samples.Verdicts);
        var number = await portal.Get<SaveTrace>().RunAsync(
            db, trace, new TraceOwner(owner.Key, true), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), default);
        await transaction.CommitAsync();
        return (job, number);
    }

    private sealed class Asked : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Statements { get; } = new();

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) Statements.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
