using System.Net;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches.Export;

/// <summary>Whoever reads slowly has only their own places.</summary>
public class BatchDownloadsTests
{
    private const int Jobs = 3;

    [Theory]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public async Task OneAddress_HasSoManyDownloadsOpen_AndIsToldWhatToDo(string format)
    {
        await using var portal = new WebPortal();
        await portal.BatchAsync(Jobs, text: 200_000);
        List<HttpResponseMessage> open = [];
        for (var i = 0; i < DataDownloads.MostOfOneAddress; i++) open.Add(await OpenAsync(portal, format));
        Assert.All(open, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        using var refused = await OpenAsync(portal, format);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Let one end", await refused.Content.ReadAsStringAsync());
        foreach (var answer in open) answer.Dispose();
    }

    [Fact]
    public async Task ReadersWhoStop_HoldNobodyUp()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(Jobs);
        for (var i = 0; i < Jobs; i++) await portal.RunNextAsync();
        // More than may read a page at the same time: each has got its first record, and never asks for the next.
        List<IAsyncEnumerator<DataRecord>> stopped = [];
        for (var i = 0; i < 10; i++)
        {
            var records = await portal.Get<ExportBatch>().RunAsync(1, "jsonl", Samples.Anybody, default);
            stopped.Add(records!.GetAsyncEnumerator());
            Assert.True(await stopped[i].MoveNextAsync());
        }
        var whole = await portal.Get<ExportBatch>().RunAsync(1, "jsonl", Samples.Anybody, default);
        Assert.Equal(Jobs, (await whole!.ToListAsync()).Count);
        foreach (var each in stopped) await each.DisposeAsync();
    }

    private static Task<HttpResponseMessage> OpenAsync(WebPortal portal, string format) =>
        portal.Visitor().GetAsync($"/batches/1.{format}", HttpCompletionOption.ResponseHeadersRead);
}
