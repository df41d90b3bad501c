using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces;

public sealed class TraceExportsTests : IAsyncLifetime
{
    private static readonly DateTime s_now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;
    private readonly WebApplicationFactory<Program> _portal;

    // Without a worker, so that the job which the trace belongs to stays as it is.
    public TraceExportsTests() => _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
        .UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "portal.db")}").UseSetting("Samples:Enabled", "false").UseSetting("Portal:KeyFolder", _folder).UseSetting("Knowledge:Folder", Path.Combine(_folder, "knowledge"))
        .UseSetting("Portal:Role", "portal").UseSetting("Launch:AllowVisitors", "true"));

    public async Task InitializeAsync()
    {
        var launched = Assert.IsType<LaunchOutcome.Launched>(await _portal.Services.GetRequiredService<LaunchJob>().RunAsync(Samples.Record(), Caller.Visitor("someone"), default));
        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var trace = new NewTrace(launched.JobNumber, Samples.Record(), "{}", "script 1", TraceState.Published, null, [.. Samples.Run.OfType<GenerationEvent.RevisionWritten>()],
            "Report.", [], Samples.NoCitations, Samples.Verdicts);
        Assert.Equal(1, await _portal.Services.GetRequiredService<SaveTrace>().RunAsync(db, trace, new TraceOwner("v", false), s_now, default));
        await transaction.CommitAsync();
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Json_OfAFrozenRevision_HoldsItsGraphVerdictsAndOrigin()
    {
        var read = TraceJsonReader.Read(await _portal.CreateClient().GetStringAsync("/t/VCT1@1.json"));
        Assert.Empty(read.Diagnostics);
        Assert.True(read.Document!.Graph.IsIdenticalTo(ExplanationReader.Read(Samples.Text).Graph));
        Assert.Equal(5, read.Document.Verdicts.Length);
        Assert.Equal(("VCT1", 1, "script 1"), (read.Document.Provenance!.Accession, read.Document.Provenance.Revision, read.Document.Provenance.Engine));
        Assert.Contains(new GroundedText("C32", new Curie("CVCL", "1097")), read.Document.Groundings);
    }

    [Fact]
    public async Task Text_OfTheLatest_IsItsCanonicalText() => Assert.Equal(Samples.PrunedText, await _portal.CreateClient().GetStringAsync("/t/VCT1.txt"));

    [Fact]
    public async Task EveryFormat_IsADownloadOfItsKind()
    {
        foreach (var format in ExportFormat.All)
        {
            var answer = await _portal.CreateClient().GetAsync(PortalUrls.TraceExport(1, 1, format.Extension));
            Assert.Equal((HttpStatusCode.OK, format.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(("attachment", $"VCT1-r1.{format.Extension}"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/t/VCT2.json")]
    [InlineData("/t/VCT1@9.json")]
    [InlineData("/t/VCT1.docx")]
    [InlineData("/t/VCT1.json.txt")]
    [InlineData("/t/x.json")]
    public async Task WhatIsNot_IsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _portal.CreateClient().GetAsync(path)).StatusCode);

    [Fact]
    public async Task ThePage_LinksEveryFormatOfTheShownRevision()
    {
        var page = await _portal.CreateClient().GetStringAsync("/t/VCT1");
        Assert.All(ExportFormat.All, format => Assert.Contains($"href=\"/t/VCT1@2.{format.Extension}\"", page));
    }
}
