using System.Net;
using System.Net.Http.Headers;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting.Addresses;

/// <summary>What a reader has already is not sent again; what has changed is.</summary>
public class ContentTagsTests
{
    [Theory]
    [InlineData("/t/VCT1")]
    [InlineData("/t/VCT1@1")]
    [InlineData("/t/VCT1@1.json")]
    [InlineData("/t/VCT1@1.svg")]
    [InlineData("/embed/t/VCT1")]
    [InlineData("/t/VCT1/graph.png")]
    [InlineData("/traces?q=binimetinib")]
    [InlineData("/compounds/MEK162")]
    [InlineData("/compare?t=VCT1&t=VCT1@1")]
    public async Task WhatAReaderHas_IsNotSentAgain(string address)
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(Caller.Visitor("someone"));
        var reader = portal.Visitor();
        using var first = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = await AskAsync(reader, address, first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task WhatHasChanged_IsSentAgain_UnderAnotherTag()
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(Caller.Visitor("someone"));
        var reader = portal.Visitor();
        using var first = await reader.GetAsync("/traces");
        await portal.PublishAsync(Caller.Visitor("another"));
        using var again = await AskAsync(reader, "/traces", first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.NotEqual(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task APageOfWhoIsSignedIn_HasNoTag_AndOneThatIsNotThereNeither()
    {
        await using var portal = new WebPortal();
        var (ana, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(caller);
        using var own = await ana.GetAsync("/t/VCT1");
        Assert.Null(own.Headers.ETag);
        using var none = await portal.Visitor().GetAsync("/t/VCT9");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Null(none.Headers.ETag);
        Assert.NotEmpty(await none.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task APageOfWhoIsSignedIn_IsNotAnsweredFromAnothers()
    {
        await using var portal = new WebPortal();
        var (ana, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(caller);
        using var visitors = await portal.Visitor().GetAsync("/t/VCT1");
        using var own = await AskAsync(ana, "/t/VCT1", visitors.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.NotEqual(await visitors.Content.ReadAsStringAsync(), await own.Content.ReadAsStringAsync());
        using var any = await AskAsync(ana, "/t/VCT1", EntityTagHeaderValue.Any);
        Assert.Equal(HttpStatusCode.OK, any.StatusCode);
    }

    [Fact]
    public async Task WhatALinkShows_IsKeptByNobody()
    {
        await using var portal = new WebPortal();
        var (_, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(caller);
        await portal.Get<ChangeAudience>().RunAsync(1, new AudienceChange.MakePrivate(), caller, default);
        var made = await portal.Get<ShareByLink>().MakeAsync(1, 7, "k", caller, default);
        var reader = portal.Visitor();
        using var shared = await reader.GetAsync($"/share/{Assert.IsType<LinkOutcome.Made>(made).Token}");
        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);
        Assert.Contains("Shared by a link", await shared.Content.ReadAsStringAsync());
        Assert.True(shared.Headers.CacheControl!.NoStore);
        Assert.Null(shared.Headers.ETag);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient reader, string address, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return await reader.SendAsync(request);
    }
}
