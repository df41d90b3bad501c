using System.Net;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Administration.Audit;

public class ListHistoryTests
{
    private static readonly Caller Admin = new("admin", PortalRole.Admin);
    private static readonly DateTime Start = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task List_ByPersonOperationTraceAndTime_FindsWhatFitsAll()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        await WriteAsync(portal, db =>
        {
            HistoryWriter.Add(db, ana, Operation.Vote, HistorySubject.PartOf(12, "n:n5"), Start);
            HistoryWriter.Add(db, bob, Operation.Vote, HistorySubject.PartOf(12, "n:n5"), Start.AddHours(1));
            HistoryWriter.Add(db, ana, Operation.Comment, HistorySubject.Comment(1, 13), Start.AddHours(2));
            HistoryWriter.Add(
                db, ana, Operation.ChangeRole, HistorySubject.Account(bob.Key), Start.AddDays(1), "Contributor to Editor");
        });
        Assert.Equal(["ChangeRole", "Comment", "Vote"], await OperationsAsync(portal, new("ANA", Until: Start.AddDays(2))));
        Assert.Equal(["Vote", "Vote"], await OperationsAsync(portal, new(Operation: Operation.Vote)));
        Assert.Equal(["Comment"], await OperationsAsync(portal, new(Trace: 13)));
        Assert.Equal(["Comment", "Vote"], await OperationsAsync(portal, new("ana", From: Start, Until: Start.AddHours(3))));
        Assert.Empty(await OperationsAsync(portal, new("nobody")));
        var change = (await portal.Get<ListHistory>().RunAsync(new(Operation: Operation.ChangeRole), Admin, default))!.Items.Single();
        Assert.Equal(("ana", "bob", "Contributor to Editor"), (change.Actor, change.About, change.Detail));
    }

    [Fact]
    public async Task List_IsPaged_NewestFirst()
    {
        await using var portal = await TestPortal.StartAsync();
        await WriteAsync(
            portal, db =>
            {
                for (var i = 0; i < ListHistory.PageSize + 3; i++)
                    HistoryWriter.Add(db, Samples.Ana, Operation.Vote, HistorySubject.PartOf(1, $"n:{i}"), Start.AddSeconds(i));
            });
        var last = (await portal.Get<ListHistory>().RunAsync(new(Page: 2), Admin, default))!;
        Assert.Equal((53, "n:2,n:1,n:0"), (last.Total, string.Join(',', last.Items.Select(i => i.Subject))));
        var turned = (await portal.Get<ListHistory>().RunAsync(new(Page: 2, PageSize: 25, OldestFirst: true), Admin, default))!;
        Assert.Equal((25, "n:25", "n:49"), (turned.Items.Length, turned.Items[0].Subject, turned.Items[^1].Subject));
    }

    [Fact]
    public async Task List_OfPrivateThings_SaysWhoDidWhat_AndNotToWhat_ButToTheirOwner()
    {
        await using var portal = await TestPortal.StartAsync();
        var hidden = await portal.SaveTraceAsync(Samples.Text, "ana", isPrivate: true);
        var shown = await portal.SaveTraceAsync(Samples.Text, "ana");
        await WriteAsync(portal, db =>
        {
            HistoryWriter.Add(db, Samples.Ana, Operation.Vote, HistorySubject.PartOf(hidden, "n:n5"), Start);
            HistoryWriter.Add(db, Samples.Ana, Operation.Vote, HistorySubject.PartOf(shown, "n:n5"), Start.AddHours(1));
        });
        var items = (await portal.Get<ListHistory>().RunAsync(new(Operation: Operation.Vote), Admin, default))!.Items;
        Assert.Equal([(shown, "n:n5"), ((int?)null, "private")], items.Select(i => (i.Trace, i.Subject)));
        Assert.All(items, i => Assert.Equal("ana", i.ActorKey));
        var own = (await portal.Get<ListHistory>().RunAsync(
            new(Operation: Operation.Vote), Samples.Ana with { Role = PortalRole.Admin }, default))!.Items;
        Assert.Equal([(int?)shown, hidden], own.Select(i => i.Trace));
    }

    [Fact]
    public async Task LogPage_ShowsEntriesWithTheirNames_AndOfOthersNothing()
    {
        await using var portal = new WebPortal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var (bob, key) = await portal.PersonAsync("bob");
        var page = await admin.GetStringAsync("/admin/log?person=bob&operation=SignIn");
        Assert.Contains("<b>1</b>", page);
        Assert.Contains("/u/bob", page);
        Assert.DoesNotContain(key.Key, page);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync("/admin/log")).StatusCode);
        Assert.Contains("No entry.", await admin.GetStringAsync("/admin/log?trace=%3Cscript%3E&from=never&page=-3"));
        Assert.Contains("Running", await admin.GetStringAsync("/admin/health"));
    }

    [Fact]
    public async Task SignOut_LeavesAnEntry()
    {
        await using var portal = new WebPortal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var (bob, _) = await portal.PersonAsync("bob");
        var token = System.Text.RegularExpressions.Regex.Match(
            await bob.GetStringAsync("/account"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var message = new HttpRequestMessage(
            HttpMethod.Post, PortalUrls.SignOut)
        { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        message.Headers.Add("Origin", "http://localhost");
        Assert.Equal(HttpStatusCode.Redirect, (await bob.SendAsync(message)).StatusCode);
        Assert.Contains("<b>1</b>", await admin.GetStringAsync("/admin/log?person=bob&operation=SignOut"));
    }

    [Fact]
    public async Task AMembersOnlySite_LetsVisitorsDoNothingButComeIn()
    {
        await using var portal = new WebPortal(("Accounts:Reading", "Members"));
        var visitor = portal.Visitor();
        foreach (var path in new[] { "/", "/traces", "/jobs", "/jobs/new", "/t/VCT1", "/inbox" }) Assert.Equal(
            (path, HttpStatusCode.SeeOther), (path, (await visitor.GetAsync(path)).StatusCode));
        foreach (var path in new[] { "/api/compounds?q=b", "/traces/feed.atom", "/t/VCT1.json" }) Assert.Equal(
            (path, HttpStatusCode.Forbidden), (path, (await visitor.GetAsync(path)).StatusCode));
        foreach (
            var path in new[] { PortalUrls.SignIn, PortalUrls.Register, PortalUrls.Recover, "/css/base.css", "/health/live" }) Assert.Equal(
            (path, HttpStatusCode.OK), (path, (await visitor.GetAsync(path)).StatusCode));
        var (bob, _) = await portal.PersonAsync("bob");
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/traces")).StatusCode);
    }

    private static async Task<string[]> OperationsAsync(TestPortal portal, HistoryQuery query) =>
        [.. (await portal.Get<ListHistory>().RunAsync(query, Admin, default))!.Items.Select(i => i.Operation)];

    private static async Task WriteAsync(TestPortal portal, Action<PortalDb> write)
    {
        await using var db = portal.Db();
        write(db);
        await db.SaveChangesAsync();
    }
}
