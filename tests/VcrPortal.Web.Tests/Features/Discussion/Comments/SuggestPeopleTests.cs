using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion.Comments;

public class SuggestPeopleTests
{
    [Fact]
    public async Task Names_AreFoundByTheirBeginning_InAnyCase_PageByPage()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        for (var i = 0; i < 11; i++) await portal.RegisterAsync($"Ana-{i:00}");
        var bob = await portal.RegisterAsync("bob");
        var first = (await portal.Get<SuggestPeople>().RunAsync(1, "aNA", 0, bob, default))!;
        Assert.Equal((8, 8, "Ana-00"), (first.Names.Length, first.Next, first.Names[0]));
        var last = (await portal.Get<SuggestPeople>().RunAsync(1, "aNA", first.Next!.Value, bob, default))!;
        Assert.Equal((3, null), (last.Names.Length, last.Next));
    }

    [Fact]
    public async Task OnAPrivateTrace_OnlyThoseWhoMaySeeItAreNamed()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, gil, eve) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("gil"), await portal.RegisterAsync("eve"));
        var trace = await portal.SaveTraceAsync(Samples.Text, owner: ana.Key, isPrivate: true);
        await using var db = portal.Db();
        await db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, true));
        Assert.IsType<AudienceOutcome.Changed>(
            await portal.Get<ChangeAudience>().RunAsync(1, new AudienceChange.Invite("gil"), ana, default));
        Assert.Equal("ana gil", string.Join(' ', (await portal.Get<SuggestPeople>().RunAsync(trace, "", 0, gil, default))!.Names));
        Assert.Null(await portal.Get<SuggestPeople>().RunAsync(trace, "", 0, eve, default));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("nobody-of-this-name")]
    [InlineData("a name that is longer than any name that anybody could have here")]
    public async Task WhatNoNameBeginsWith_FindsNobody(string start)
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var ana = await portal.RegisterAsync("ana");
        Assert.Empty((await portal.Get<SuggestPeople>().RunAsync(1, start, 0, ana, default))!.Names);
        Assert.Null(await portal.Get<SuggestPeople>().RunAsync(1, "", 0, Samples.Anybody, default));
    }
}
