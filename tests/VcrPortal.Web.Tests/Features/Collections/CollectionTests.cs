using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Collections;

public class CollectionTests
{
    private static readonly Caller Visitor = Caller.Visitor("v");
    private static readonly Caller Editor = new("editor", PortalRole.Editor);

    [Fact]
    public async Task WhatIsPutIn_StandsInItsOrder_OnceEach()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new("VCT1"), new("VCT1", "n2"), new("VCT1@1"));
        Assert.Equal(["1", "1:n2"], await CollectionWorld.ItemsAsync(portal, number, Visitor));
        await portal.Get<ArrangeCollection>().MoveAsync(number, new(1, "n2"), isUp: true, Samples.Ana, default);
        await portal.Get<ArrangeCollection>().MoveAsync(number, new(1, "n2"), isUp: true, Samples.Ana, default); // no further
        Assert.Equal(["1:n2", "1"], await CollectionWorld.ItemsAsync(portal, number, Visitor));
    }

    [Fact]
    public async Task ANoteOnWhatIsInAlready_IsWrittenBelowTheOldOne_OnceOnly_AndNeverCut()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new PickedTrace("VCT1"));
        Task<CollectionOutcome> AddAsync(string note) =>
            portal.Get<FillCollection>().RunAsync(number, [new("VCT1"), new("VCT1")], note, Samples.Ana, default);
        await AddAsync("Look at this."); // sent twice
        Assert.IsType<CollectionOutcome.Kept>(await AddAsync("And why."));
        var refused = Assert.IsType<CollectionOutcome.Invalid>(await AddAsync(new string('x', CollectionRow.LongestText)));
        Assert.StartsWith("VCT1 is in it already with a note", refused.Reason);
        var item = Assert.Single((await portal.Get<ReadCollection>().RunAsync(number, Samples.Ana, default))!.Items);
        Assert.Equal("Look at this.\n\nAnd why.", item.Note);
    }

    [Fact]
    public async Task ARevisionThatWasLookedAt_StaysInTheCollection_WhenTheTraceIsRevised()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new("VCT1"), new("VCT1", "n4"));
        var before = await portal.Get<ReadCollection>().RunAsync(number, Visitor, default);
        await portal.Get<ReviseTrace>().RunAsync(new(1, 1, Samples.PrunedText, "why"), Editor, default); // without n4
        var after = await portal.Get<ReadCollection>().RunAsync(number, Visitor, default);
        Assert.Equal(before!.Items.Select(i => (i.Revision, i.Text, i.Hash)), after!.Items.Select(i => (i.Revision, i.Text, i.Hash)));
        Assert.Equal(before.Hash, after.Hash);
        Assert.Contains("apoptosis", after.Items[1].Text);
    }

    [Theory]
    [InlineData("VCT9", null, "There is no VCT9")]
    [InlineData("VCT1@2", null, "There is no VCT1@2")]
    [InlineData("x", null, "There is no x")]
    [InlineData("VCT1", "n99", "There is no claim n99 in VCT1")]
    public async Task WhatIsNotThere_IsRefused_AndNothingIsPutIn(string trace, string? action, string says)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.MakeAsync(portal, Samples.Ana);
        ImmutableArray<PickedTrace> picked = [new("VCT1"), new(trace, action)];
        var refused = Assert.IsType<CollectionOutcome.Invalid>(
            await portal.Get<FillCollection>().RunAsync(number, picked, null, Samples.Ana, default));
        Assert.StartsWith(says, refused.Reason);
        Assert.Empty(await CollectionWorld.ItemsAsync(portal, number, Samples.Ana));
    }

    [Fact]
    public async Task APrivateTrace_StandsInAPublicCollection_ForItsOwnerAlone()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text, Samples.Ana.Key, isPrivate: true);
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new("VCT1"), new("VCT1", "n1"), new("VCT2"));
        Assert.Equal(["1", "1:n1", "2"], await CollectionWorld.ItemsAsync(portal, number, Samples.Ana));
        Assert.Equal(["2"], await CollectionWorld.ItemsAsync(portal, number, Visitor));
        Assert.IsType<CollectionOutcome.Invalid>(await portal.Get<FillCollection>().RunAsync(
            await CollectionWorld.MakeAsync(portal, Samples.Bob), [new("VCT1")], null, Samples.Bob, default));
    }

    [Fact]
    public async Task ACollection_HasOneHash_WhoeverReadsIt_AndSaysWhyTheySeeOtherNumbers()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text, Samples.Ana.Key, isPrivate: true);
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new("VCT1"), new("VCT2"));
        var (own, others) = (await portal.Get<ReadCollection>().RunAsync(number, Samples.Ana, default),
            await portal.Get<ReadCollection>().RunAsync(number, Visitor, default));
        Assert.Equal(others!.Hash, own!.Hash);
        Assert.Equal("2 items, 1 of them private: other readers do not see it", CollectionText.Counted(own));
        Assert.Equal("1 item", CollectionText.Counted(others));
        await portal.Get<ArrangeCollection>().NoteAsync(number, [new(new(2, ""), "why", "Look at this.")], Samples.Ana, default);
        Assert.NotEqual(own.Hash, (await portal.Get<ReadCollection>().RunAsync(number, Visitor, default))!.Hash);
    }

    [Fact]
    public async Task NotesThatSeveralPeopleWrite_AreNeverWrittenOverUnseen()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new("VCT1"), new("VCT1", "n1"));
        Task<CollectionOutcome> NoteAsync(ImmutableArray<WrittenNote> notes) =>
            portal.Get<ArrangeCollection>().NoteAsync(number, notes, Samples.Ana, default);
        Assert.IsType<CollectionOutcome.Kept>(await NoteAsync([new(new(1, ""), "one", "Look at this.")]));
        var refused = Assert.IsType<CollectionOutcome.Invalid>(
            await NoteAsync([new(new(1, "n1"), "two", "Look at this."), new(new(1, ""), "other", "Look at this.")]));
        Assert.Contains("changed the note on VCT1 meanwhile", refused.Reason);
        Assert.Equal(["one", "Look at this."], await NotesAsync(portal, number)); // all of them or none
        Assert.IsType<CollectionOutcome.Kept>(
            await NoteAsync([new(new(1, "n1"), "two", "Look at this."), new(new(1, ""), "other", "one")]));
        Assert.Equal(["other", "two"], await NotesAsync(portal, number));
    }

    private static async Task<string[]> NotesAsync(TestPortal portal, int number) =>
        [.. (await portal.Get<ReadCollection>().RunAsync(number, Visitor, default))!.Items.Select(i => i.Note)];

    [Fact]
    public async Task APrivateCollection_IsNotThere_ForAnybodyElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await CollectionWorld.MakeAsync(portal, Samples.Ana, isPrivate: true);
        Assert.Null(await portal.Get<ReadCollection>().RunAsync(number, Samples.Bob, default));
        Assert.Equal(0, (await portal.Get<ListCollections>().RunAsync(1, Visitor, default)).Total);
        Assert.IsType<CollectionOutcome.NotFound>(
            await portal.Get<ChangeCollection>().RunAsync(number, new("Mine", null, false), new("x", null, true), Samples.Bob, default));
        Assert.Equal(1, (await portal.Get<ListCollections>().RunAsync(1, Samples.Ana, default)).Total);
    }

    [Fact]
    public async Task ACollection_ThatSomebodyChangedMeanwhile_IsNotOverwrittenUnseen()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await CollectionWorld.MakeAsync(portal, Samples.Ana);
        var change = portal.Get<ChangeCollection>();
        CollectionDraft seen = new("MEK inhibitors", "What they do to melanoma.", false);
        var renamed = seen with { Title = "MEK and ERK inhibitors" };
        Assert.IsType<CollectionOutcome.Kept>(await change.RunAsync(number, renamed, seen, Samples.Ana, default));

        var stale = seen with { About = "Only in BRAF V600E." };
        Assert.IsType<CollectionOutcome.Invalid>(await change.RunAsync(number, stale, seen, Samples.Ana, default));
        Assert.Equal("MEK and ERK inhibitors", (await portal.Get<ReadCollection>().RunAsync(number, Samples.Ana, default))!.Summary.Title);
        Assert.IsType<CollectionOutcome.Kept>(await change.RunAsync(number, stale, renamed, Samples.Ana, default));
    }

    [Fact]
    public async Task ACollectionOfSomebodyElse_IsReadAndNotChanged()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new PickedTrace("VCT1"));
        Assert.False((await portal.Get<ReadCollection>().RunAsync(number, Samples.Bob, default))!.Summary.MayEdit);
        CollectionOutcome[] tried =
        [
            await portal.Get<FillCollection>().RunAsync(number, [new("VCT1", "n1")], null, Samples.Bob, default),
            await portal.Get<ArrangeCollection>().TakeOutAsync(number, new(1, ""), Samples.Bob, default),
            await portal.Get<ArrangeCollection>().NoteAsync(number, [new(new(1, ""), "x", "")], Samples.Bob, default),
            await portal.Get<ChangeCollection>().RunAsync(number, new("x", null, true), new("x", null, true), Samples.Bob, default),
            await portal.Get<ChangeCollection>().DeleteAsync(number, Samples.Bob, default),
        ];
        Assert.All(tried, outcome => Assert.IsType<CollectionOutcome.NotAllowed>(outcome));
        Assert.Equal(["1"], await CollectionWorld.ItemsAsync(portal, number, Visitor));
    }

    [Fact]
    public async Task EachChange_CountsTheVersion_AndWhatIsRefusedDoesNot()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new PickedTrace("VCT1"));
        Assert.Equal(2, (await portal.Get<ReadCollection>().RunAsync(number, Visitor, default))!.Version);
        await portal.Get<ArrangeCollection>().NoteAsync(
            number, [new(new(1, ""), "Why \n it is here", "Look at this.")], Samples.Ana, default);
        await portal.Get<FillCollection>().RunAsync(number, [new("VCT9")], null, Samples.Ana, default);
        var view = await portal.Get<ReadCollection>().RunAsync(number, Visitor, default);
        Assert.Equal((3, "Why \n it is here"), (view!.Version, view.Items[0].Note));
    }

    [Fact]
    public async Task ATitleIsNeeded_AndNothingIsLongerThanItsPlace()
    {
        await using var portal = await TestPortal.StartAsync();
        CollectionDraft[] drafts =
            [new("  ", null, false), new(new string('x', 121), null, false), new("x", new string('x', 2001), false)];
        foreach (var draft in drafts)
            Assert.IsType<CollectionOutcome.Invalid>(await portal.Get<MakeCollection>().RunAsync(draft, null, Samples.Ana, default));
        Assert.IsType<CollectionOutcome.NotAllowed>(
            await portal.Get<MakeCollection>().RunAsync(new("x", null, false), null, Visitor, default));
    }

    [Fact]
    public async Task ADeletedCollection_TakesItsItemsAlong_AndLeavesTheTraces()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.FilledAsync(portal, Samples.Ana, new PickedTrace("VCT1"));
        Assert.IsType<CollectionOutcome.Kept>(await portal.Get<ChangeCollection>().DeleteAsync(number, Samples.Ana, default));
        await using var db = portal.Db();
        Assert.Equal((0, 1), (await db.CollectionItems.CountAsync(), await db.Traces.CountAsync(default)));
        Assert.Null(await portal.Get<ReadCollection>().RunAsync(number, Samples.Ana, default));
    }
}
