using System.Net;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Traces.Export;

public sealed class TraceExportsTests(PublishedTrace published) : IClassFixture<PublishedTrace>
{
    [Fact]
    public async Task Json_OfAFrozenRevision_HoldsItsGraphVerdictsAndOrigin()
    {
        var read = TraceJsonReader.Read(await published.Portal.CreateClient().GetStringAsync("/t/VCT1@1.json"));
        Assert.Empty(read.Diagnostics);
        Assert.True(read.Document!.Graph.IsIdenticalTo(ExplanationReader.Read(Samples.Text).Graph));
        Assert.Equal(5, read.Document.Verdicts.Length);
        Assert.Equal(
            ("VCT1", 1, "script 1"),
            (read.Document.Provenance!.Accession, read.Document.Provenance.Revision, read.Document.Provenance.Engine));
        Assert.Contains(new GroundedText("C32", new Curie("CVCL", "1097")), read.Document.Groundings);
    }

    [Fact]
    public async Task Text_OfTheLatest_IsItsCanonicalText() =>
        Assert.Equal(Samples.PrunedText, await published.Portal.CreateClient().GetStringAsync("/t/VCT1.txt"));

    [Fact]
    public async Task EveryFormat_IsADownloadOfItsKind()
    {
        foreach (var format in ExportFormat.All)
        {
            var answer = await published.Portal.CreateClient().GetAsync(PortalUrls.TraceExport(1, 1, format.Extension));
            Assert.Equal((HttpStatusCode.OK, format.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(
                ("attachment", $"VCT1-r1.{format.Extension}"),
                (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/t/VCT2.json")]
    [InlineData("/t/VCT1@9.json")]
    [InlineData("/t/VCT1.docx")]
    [InlineData("/t/VCT1.json.txt")]
    [InlineData("/t/x.json")]
    public async Task WhatIsNot_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await published.Portal.CreateClient().GetAsync(path)).StatusCode);

    [Fact]
    public async Task ThePage_LinksEveryFormatOfTheShownRevision()
    {
        var page = await published.Portal.CreateClient().GetStringAsync("/t/VCT1");
        Assert.All(ExportFormat.All, format => Assert.Contains($"href=\"/t/VCT1@2.{format.Extension}\"", page));
    }
}
