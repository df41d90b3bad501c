using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Primitives.Catalogue;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;
using static VcrPortal.Web.Tests.Features.Primitives.PrimitiveWorld;

namespace VcrPortal.Web.Tests.Features.Primitives;

public class ProposalTests
{
    private static readonly string Trapped = Samples.Text.Replace(
        """binds_to(id="n1", actor="Binimetinib", target="MAP2K1")""",
        """binds_to(id="n1", actor="Binimetinib", target="MAP2K1", via="traps it")""", StringComparison.Ordinal);

    [Fact]
    public async Task Proposal_AcceptedByTwoOthers_IsInTheNextVersion_AndTextsAreReadByIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var trace = await portal.SaveTraceAsync(Samples.Text + "\nsequesters(id=\"n9\", actor=\"BCL-2\", target=\"BIM\")\n");
        Assert.Contains(await ErrorsAsync(portal, trace), m => m.Contains("sequesters", StringComparison.Ordinal));

        var number = await ProposedAsync(portal);
        Assert.IsType<ProposalOutcome.Invalid>(
            await portal.Get<DecideProposal>().AcceptAsync(number, Samples.Ana with { Role = PortalRole.Editor }, default));
        Assert.IsType<ProposalOutcome.NotAllowed>(await portal.Get<DecideProposal>().AcceptAsync(number, Samples.Bob, default));
        for (var i = 0; i < 2; i++) Assert.Equal( // one person is one, however often
            new ProposalOutcome.Done(number, ProposalState.Open), await portal.Get<DecideProposal>().AcceptAsync(number, Eva, default));
        Assert.Equal(
            new ProposalOutcome.Done(number, ProposalState.Accepted), await portal.Get<DecideProposal>().AcceptAsync(number, Edo, default));

        var now = portal.Get<VocabularyInUse>().Now;
        Assert.Equal((2, 21), (now.Version, now.Primitives.Length));
        Assert.Equal(1, PrimitiveVocabulary.Vcr20.Version); // the authors' own stays as it is
        Assert.DoesNotContain(await ErrorsAsync(portal, trace), m => m.Contains("sequesters", StringComparison.Ordinal));
        var page = Assert.IsType<PrimitivePageView>(await portal.Get<ReadPrimitives>().FindAsync("sequesters", Samples.Anybody, default));
        Assert.Equal((2, Sequesters.Examples), (page.Use.Since, page.Proposed!.Examples));
        Assert.Equal(trace, Assert.Single(page.Examples).Trace);
    }

    [Fact]
    public async Task Primitive_TakenOutOfUse_StaysReadable_AndNamesWhatReplacesIt()
    {
        await using var portal = await TestPortal.StartAsync();
        await AcceptedAsync(portal);
        var other = PrimitiveVocabulary.Vcr20.Primitives[1].Name;
        Assert.IsType<RetireOutcome.Invalid>(await portal.Get<RetirePrimitive>().RunAsync("sequesters", "nothing", Eva, default));
        Assert.IsType<RetireOutcome.Invalid>(await portal.Get<RetirePrimitive>().RunAsync(other, "sequesters", Eva, default));
        Assert.Equal(new RetireOutcome.Retired(3), await portal.Get<RetirePrimitive>().RunAsync("sequesters", other, Eva, default));
        Assert.Equal(new RetireOutcome.Retired(3), await portal.Get<RetirePrimitive>().RunAsync("sequesters", other, Eva, default));
        var use = (await portal.Get<ReadPrimitives>().FindAsync("sequesters", Samples.Anybody, default))!.Use;
        Assert.Equal((2, 3, other), (use.Since, use.ObsoleteSince, use.ReplacedBy));
    }

    [Fact]
    public async Task Proposal_SentTwice_IsOne_AndTheSameNameIsTakenForOthers()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await ProposedAsync(portal);
        Assert.Equal(number, await ProposedAsync(portal));
        Assert.Contains("Name: proposal", Assert.Single(Assert.IsType<ProposalOutcome.Invalid>(
            await portal.Get<ProposePrimitive>().RunAsync(Sequesters, Samples.Bob, default)).Problems), StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) await portal.Get<VoteOnProposal>().RunAsync(number, true, Samples.Bob, default);
        var item = Assert.Single(await portal.Get<ReadProposals>().RunAsync("holds another", Samples.Anybody, default));
        Assert.Equal((1, 0), (item.For, item.Against));
    }

    [Fact]
    public async Task Proposer_IsToldAtEveryStep()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        var number = Assert.IsType<ProposalOutcome.Done>(
            await portal.Get<ProposePrimitive>().RunAsync(Sequesters, ana, default)).Number;
        await portal.Get<CommentOnProposal>().RunAsync(number, "Is it not binding?", Samples.Bob, default);
        await portal.Get<DecideProposal>().AcceptAsync(number, Eva, default);
        await portal.Get<DecideProposal>().AcceptAsync(number, Edo, default);
        var inbox = (await portal.Get<ReadInbox>().RunAsync(new(UnreadOnly: true), ana, default))!;
        Assert.Equal(3, inbox.Unread);
        Assert.All(inbox.Items, i => Assert.Equal((NotificationKind.Proposal, null, number), (i.Kind, i.Trace, i.Target)));
        Assert.Contains(inbox.Items, i => i.Became == "sequesters: accepted, in version 2 of the vocabulary");
    }

    [Theory]
    [InlineData("name", "Name: small letters")]
    [InlineData("taken", "is there already")]
    [InlineData("definition", "Definition:")]
    [InlineData("example", "Examples, line 1")]
    [InlineData("other", "Move it to the counter-examples")]
    [InlineData("counter", "Counter-examples: number 1")]
    [InlineData("output", "there is no argument fate")]
    public void Draft_ThatContradictsItself_IsToldWhereAndWhatToDo(string fault, string sentence)
    {
        var draft = fault switch
        {
            "name" => Sequesters with { Name = "Holds On" },
            "taken" => Sequesters with { Name = PrimitiveVocabulary.Vcr20.Primitives[1].Name },
            "definition" => Sequesters with { Definition = "Holds." },
            "example" => Sequesters with { Examples = """sequesters(id="n1", actor="BCL-2")""" },
            "other" => Sequesters with { Examples = Sequesters.Examples + "\n" + Sequesters.CounterExamples },
            "counter" => Sequesters with { CounterExamples = Sequesters.Examples },
            _ => Sequesters with { Output = "fate" },
        };
        Assert.Contains(DraftRules.Check(draft, PrimitiveVocabulary.Vcr20), p => p.Contains(sentence, StringComparison.Ordinal));
        Assert.Empty(DraftRules.Check(Sequesters, PrimitiveVocabulary.Vcr20));
    }

    [Fact]
    public async Task DryRun_FindsClaimsByNameAndByWords_AndWritesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text + "\nsequesters(id=\"n9\", actor=\"BCL-2\", target=\"BIM\")\n");
        await portal.SaveTraceAsync(Trapped);
        await portal.SaveTraceAsync(Samples.Text);
        var number = await ProposedAsync(portal);
        await using var db = portal.Db();
        var before = await db.History.CountAsync();
        var report = Assert.IsType<DryRunReport>(
            await portal.Get<DryRunProposal>().RunAsync(number, new("rea", PortalRole.Reviewer), default));
        Assert.Equal((3, 2, 2, 1, 0), (report.Looked, report.Touched, report.Claims, report.Removed, report.Introduced));
        Assert.Equal([1, 2], report.Most.Select(t => t.Trace).Order());
        Assert.Equal(before, await db.History.CountAsync());
        Assert.Null(await portal.Get<DryRunProposal>().RunAsync(number, Samples.Ana, default));

        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => portal.Get<DryRunProposal>().RunAsync(number, new("rea", PortalRole.Reviewer), gone.Token));
    }

    [Fact]
    public void Closest_ToADefinition_IsTheOneThatSharesMostWords()
    {
        var closest = ClosestPrimitives.To("one molecule physically binds another molecule", PrimitiveVocabulary.Vcr20);
        Assert.Equal("binds_to", closest[0].Primitive.Name);
        Assert.Empty(ClosestPrimitives.To("zzz", PrimitiveVocabulary.Vcr20));
    }

    [Fact]
    public void Form_ThatIsTyped_IsReadLineByLine()
    {
        var (draft, problems) = new ProposalForm { Name = "x", Arguments = "actor | entity | needed | what acts\nnonsense" }.Read();
        Assert.Equal(new DraftArgument("actor", ArgumentKind.Entity, true, "what acts"), Assert.Single(draft.Arguments));
        Assert.Contains("Arguments, line 2", Assert.Single(problems), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ErrorsAsync(TestPortal portal, int trace) =>
        [.. (await portal.Get<ReadTrace>().RunAsync(trace, null, Samples.Anybody, default))!.Diagnostics.Select(d => d.Message)];
}
