using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

public class PersonTests
{
    [Fact]
    public async Task Person_ShowsOnlyWhatIsPublic()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        var key = (await ana.RegisterAsync("Ana")).Id;
        var open = await portal.SaveTraceAsync(Samples.Text, key);
        var secret = await portal.SaveTraceAsync(Samples.Text, key, isPrivate: true);
        await portal.SaveTraceAsync(Samples.Text, key, state: TraceState.Discarded);
        await portal.SaveTraceAsync(Samples.Text, "somebody");
        foreach (var trace in (int[])[open, secret]) await SayAsync(ana, trace, $"On {trace}.");
        var deleted = await SayAsync(ana, open, "Taken back.");
        await ana.AskAsync<DeleteComment, DeleteCommentOutcome>((s, caller) => s.RunAsync(deleted, caller, default));

        var traces = (await ReadAsync(portal, "ANA"))!;
        Assert.Equal(("Ana", PortalRole.Contributor, 1, 1), (traces.Name, traces.Role, traces.TraceCount, traces.CommentCount));
        Assert.Equal([open], traces.Traces.Select(t => t.Number));
        Assert.Empty(traces.Comments);
        Assert.Equal([$"On {open}."], (await ReadAsync(portal, "ana", PersonTab.Comments))!.Comments.Select(c => c.Text));
    }

    [Fact]
    public async Task Person_WithMuch_IsPaged()
    {
        await using var portal = await TestPortal.StartAsync(settings: [("Launch:AccountQuota", "1000"), ("Launch:VisitorQuota", "1000")]);
        var key = (await new Browser(portal).RegisterAsync("ana")).Id;
        for (var i = 0; i < ReadPerson.PageSize + 1; i++) await portal.SaveTraceAsync(Samples.Text, key);
        Assert.Equal(ReadPerson.PageSize, (await ReadAsync(portal, "ana"))!.Traces.Length);
        Assert.Single((await ReadAsync(portal, "ana", page: 2))!.Traces);
        Assert.Empty((await ReadAsync(portal, "ana", page: int.MaxValue))!.Traces);
        Assert.Equal(ReadPerson.PageSize, (await ReadAsync(portal, "ana", page: -3))!.Traces.Length);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a%00b")]
    [InlineData("ana' OR 1=1 --")]
    public async Task Person_OfNobody_IsNull(string name)
    {
        await using var portal = await TestPortal.StartAsync();
        await new Browser(portal).RegisterAsync("ana");
        Assert.Null(await ReadAsync(portal, name));
        Assert.Null(await ReadAsync(portal, new string('a', 5000)));
    }

    private static Task<PersonView?> ReadAsync(TestPortal portal, string name, PersonTab tab = PersonTab.Traces, int page = 1) =>
        portal.Get<ReadPerson>().RunAsync(name, tab, page, Samples.Anybody, default);

    private static async Task<int> SayAsync(Browser person, int trace, string text) =>
        Assert.IsType<CommentOutcome.Added>(
            await person.AskAsync<AddComment,
            CommentOutcome>((s, caller) => s.RunAsync(new(trace, 1, Subject.Trace, text), caller, default))).Number;
}
