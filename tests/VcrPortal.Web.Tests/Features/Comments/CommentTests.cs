using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Comments;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Comments;

public class CommentTests
{
    private static readonly Caller s_ana = new("ana", PortalRole.Contributor);
    private static readonly Caller s_bob = new("bob", PortalRole.Contributor);

    [Fact]
    public async Task Comment_IsReadByEverybodyInOrder()
    {
        await using var portal = await WithATraceAsync();
        var first = await AddAsync(portal, s_ana, "**Why** MEK?");
        var second = await AddAsync(portal, s_bob, "See [n1].", "n1");
        var said = await portal.Get<ReadDiscussion>().RunAsync(1, Caller.Visitor("v"), default);
        Assert.Equal([(first, "", "**Why** MEK?"), (second, "n1", "See [n1].")], said.Comments.Select(c => (c.Number, c.Action, c.Text)));
        Assert.All(said.Comments, c => Assert.Null(c.Author)); // neither has an account any more
    }

    [Theory]
    [InlineData(1, "", "")]
    [InlineData(1, "", "   ")]
    [InlineData(1, "n99", "about nothing")]
    public async Task Comment_ThatSaysNothingOrIsAboutNothing_IsRefusedWithAReason(int revision, string action, string text)
    {
        await using var portal = await WithATraceAsync();
        Assert.NotEmpty(Assert.IsType<CommentOutcome.Invalid>(await portal.Get<AddComment>().RunAsync(1, revision, action, text, s_ana, default)).Reason);
    }

    [Fact]
    public async Task Comment_LongerThanTheMost_IsRefused()
    {
        await using var portal = await WithATraceAsync();
        Assert.IsType<CommentOutcome.Invalid>(await portal.Get<AddComment>().RunAsync(1, 1, "", new string('x', AddComment.MostCharacters + 1), s_ana, default));
        await AddAsync(portal, s_ana, new string('x', AddComment.MostCharacters));
    }

    [Fact]
    public async Task Comment_OnATraceOrRevisionThatIsNot_IsRefused()
    {
        await using var portal = await WithATraceAsync();
        Assert.IsType<CommentOutcome.NoSuchTrace>(await portal.Get<AddComment>().RunAsync(404, 1, "", "x", s_ana, default));
        Assert.IsType<CommentOutcome.NoSuchTrace>(await portal.Get<AddComment>().RunAsync(1, 404, "", "x", s_ana, default));
    }

    [Fact]
    public async Task Comments_MoreThanTheMostAtOnce_WaitEvenWhenSentTogether()
    {
        await using var portal = await WithATraceAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, AddComment.MostInSpan + 10).Select(i =>
            Task.Run(() => portal.Get<AddComment>().RunAsync(1, 1, "", $"{i}", s_ana, default))));
        Assert.Equal(AddComment.MostInSpan, outcomes.OfType<CommentOutcome.Added>().Count());
        await AddAsync(portal, s_bob, "mine");
    }

    [Fact]
    public async Task Delete_LeavesItsPlaceWithoutItsText()
    {
        await using var portal = await WithATraceAsync();
        var number = await AddAsync(portal, s_ana, "never mind");
        Assert.Equal(DeleteCommentOutcome.NotAllowed, await portal.Get<DeleteComment>().RunAsync(number, s_bob, default));
        Assert.Equal(DeleteCommentOutcome.Deleted, await portal.Get<DeleteComment>().RunAsync(number, s_ana, default));
        Assert.Equal(DeleteCommentOutcome.Deleted, await portal.Get<DeleteComment>().RunAsync(number, s_ana, default));
        Assert.Equal(DeleteCommentOutcome.NotFound, await portal.Get<DeleteComment>().RunAsync(404, s_ana, default));
        var left = Assert.Single((await portal.Get<ReadDiscussion>().RunAsync(1, s_bob, default)).Comments);
        Assert.Equal((true, ""), (left.IsDeleted, left.Text));
    }

    private static async Task<TestPortal> WithATraceAsync()
    {
        var portal = await TestPortal.StartAsync();
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        return portal;
    }

    private static async Task<int> AddAsync(TestPortal portal, Caller caller, string text, string action = "") =>
        Assert.IsType<CommentOutcome.Added>(await portal.Get<AddComment>().RunAsync(1, 1, action, text, caller, default)).Number;
}
