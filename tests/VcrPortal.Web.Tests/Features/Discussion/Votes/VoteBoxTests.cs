using Bunit;
using Microsoft.AspNetCore.Components.Infrastructure;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Tests.Features.Discussion.Votes;

public class VoteBoxTests : BunitContext
{
    private readonly List<(Opinion, Disagreement?, string?)> _cast = [];

    [Fact]
    public async Task Disagreement_HalfGiven_IsThereAfterAPause()
    {
        Services.AddSupplyValueFromPersistentComponentStateProvider();
        var paused = AddBunitPersistentComponentState();
        var box = Box();
        await DisagreeAsync(box);
        await box.Find("select").ChangeAsync(nameof(Disagreement.Direction));
        await box.Find("input").InputAsync("it goes the oth");
        paused.TriggerOnPersisting();
        await DisposeComponentsAsync();
        box = Box();
        Assert.Equal("it goes the oth", box.Find("input").GetAttribute("value"));
        await box.Find("form").SubmitAsync();
        Assert.Equal([(Opinion.Down, Disagreement.Direction, "it goes the oth")], _cast);
    }

    [Fact]
    public async Task Agreement_IsCastByOneClick_AndWithdrawnByAnother()
    {
        await Box().FindAll("button")[0].ClickAsync();
        await Box(new OwnVote(Opinion.Up, null, null)).FindAll("button")[0].ClickAsync();
        Assert.Equal([(Opinion.Up, null, null), (Opinion.None, null, null)], _cast);
    }

    [Fact]
    public async Task Disagreement_BegunAnew_HasNoReasonYet()
    {
        var box = Box();
        await DisagreeAsync(box);
        Assert.Equal("Choose a reason", box.Find("option").TextContent);
        await box.Find("form").SubmitAsync();
        Assert.Equal([(Opinion.Down, null, null)], _cast); // which the verb refuses with a sentence
    }

    [Fact]
    public async Task Agreement_OfADoubleClick_IsCastOnce()
    {
        var agree = Box().FindAll("button")[0];
        await agree.ClickAsync(new() { Detail = 1 });
        await agree.ClickAsync(new() { Detail = 2 });
        Assert.Equal([(Opinion.Up, null, null)], _cast);
    }

    [Fact]
    public void OwnNote_StandsBesideTheVote() => Assert.Equal("it goes the other way",
        Box(new OwnVote(Opinion.Down, Disagreement.Direction, "it goes the other way")).Find("q").TextContent);

    [Fact]
    public async Task Disagreement_ThatIsCalledOff_CastsNothing()
    {
        var box = Box();
        await DisagreeAsync(box);
        await box.Find("form .plain").ClickAsync();
        Assert.Empty(box.FindAll("form"));
        Assert.Empty(_cast);
    }

    private static Task DisagreeAsync(IRenderedComponent<VoteBox> box) => box.FindAll(".votes button")[1].ClickAsync();

    private IRenderedComponent<VoteBox> Box(OwnVote? mine = null) => Render<VoteBox>(p => p
        .Add(b => b.About, Subject.Parse("n:n1")!).Add(b => b.Counts, VoteCounts.None).Add(b => b.Mine, mine ?? OwnVote.None)
        .Add(b => b.Cast, CastAsync));

    private Task<string?> CastAsync(Opinion opinion, Disagreement? reason, string? note)
    {
        _cast.Add((opinion, reason, note));
        return Task.FromResult<string?>(null);
    }
}
