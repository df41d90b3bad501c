using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Sharing;

public class ShareByLinkTests
{
    [Fact]
    public async Task Link_OpensItsPrivateTraceForReading_AndNothingElse()
    {
        await using var portal = await PrivateAsync();
        var other = await portal.SaveTraceAsync(Samples.Text, owner: Samples.Bob.Key, isPrivate: true);
        var opened = (await portal.Get<OpenShareLink>().RunAsync(await MakeAsync(portal), default))!;
        Assert.Equal(1, opened.Trace);
        Assert.NotNull(await portal.Get<ReadTrace>().RunAsync(1, null, opened.Reader, default));
        Assert.Null(await portal.Get<ReadTrace>().RunAsync(other, null, opened.Reader, default));
        Assert.Null(await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default));
        Assert.IsType<CommentOutcome.NotAllowed>(
            await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "x"), opened.Reader, default));
        Assert.IsType<StopOutcome.NotAllowed>(await portal.Get<StopJob>().RunAsync(1, opened.Reader, default));
        Assert.IsType<LinkOutcome.NotAllowed>(await portal.Get<ShareByLink>().MakeAsync(1, 7, "k2", opened.Reader, default));
    }

    [Fact]
    public async Task Link_OpensNothing_OnceItHasExpired()
    {
        var clock = new ManualClock();
        await using var portal = await PrivateAsync(clock);
        var token = await MakeAsync(portal, days: 1);
        clock.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await portal.Get<OpenShareLink>().RunAsync(token, default));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await portal.Get<OpenShareLink>().RunAsync(token, default));
        Assert.Empty(await portal.Get<ShareByLink>().ListAsync(1, Samples.Ana, default));
    }

    [Fact]
    public async Task Link_OpensNothing_OnceItsOwnerRevokedIt()
    {
        await using var portal = await PrivateAsync();
        var (token, kept) = (await MakeAsync(portal), await MakeAsync(portal, key: "k2"));
        var id = (await portal.Get<ShareByLink>().ListAsync(1, Samples.Ana, default))[^1].Id;
        Assert.IsType<LinkOutcome.NotAllowed>(await portal.Get<ShareByLink>().RevokeAsync(1, id, Samples.Bob, default));
        Assert.IsType<LinkOutcome.Revoked>(await portal.Get<ShareByLink>().RevokeAsync(1, id, Samples.Ana, default));
        Assert.IsType<LinkOutcome.Revoked>(await portal.Get<ShareByLink>().RevokeAsync(1, id, Samples.Ana, default));
        var links = portal.Get<OpenShareLink>();
        Assert.Single([await links.RunAsync(token, default), await links.RunAsync(kept, default)], o => o is not null);
    }

    [Fact]
    public async Task Token_IsNotInTheDatabase()
    {
        await using var portal = await PrivateAsync();
        var token = await MakeAsync(portal);
        await using var db = portal.Db();
        var row = await db.ShareLinks.SingleAsync();
        Assert.Equal(ShareToken.HashOf(token), row.TokenHash);
        Assert.DoesNotContain(token, row.TokenHash + row.RequestKey);
        Assert.Equal(43, token.Length);
    }

    [Fact]
    public async Task Link_SentTwice_IsMadeOnce_AndItsAddressSaidOnce()
    {
        await using var portal = await PrivateAsync();
        await MakeAsync(portal);
        Assert.Null(Assert.IsType<LinkOutcome.Made>(await portal.Get<ShareByLink>().MakeAsync(1, 7, "k", Samples.Ana, default)).Token);
        Assert.Single(await portal.Get<ShareByLink>().ListAsync(1, Samples.Ana, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("שששששששששששששששששששששששששששששששששששששששששששש")]
    public async Task WhatIsNoToken_OpensNothing(string? token)
    {
        await using var portal = await PrivateAsync();
        await MakeAsync(portal);
        Assert.Null(await portal.Get<OpenShareLink>().RunAsync(token, default));
    }

    [Fact]
    public async Task Reader_ByALink_IsInNoList()
    {
        await using var portal = await PrivateAsync();
        await MakeAsync(portal);
        Assert.Equal(0, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(), Samples.Anybody, default)).Total);
    }

    private static async Task<TestPortal> PrivateAsync(TimeProvider? clock = null)
    {
        var portal = await TestPortal.StartAsync(clock);
        await portal.SaveTraceAsync(Samples.Text, owner: Samples.Ana.Key, isPrivate: true);
        await using var db = portal.Db();
        await db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, true));
        return portal;
    }

    private static async Task<string> MakeAsync(TestPortal portal, int? days = 7, string key = "k") =>
        Assert.IsType<LinkOutcome.Made>(await portal.Get<ShareByLink>().MakeAsync(1, days, key, Samples.Ana, default)).Token!;
}
