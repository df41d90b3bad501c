using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Revisions.Suggest;

/// <summary>A person's revision, and what becomes of what was said before it.</summary>
public class ReviseTraceTests
{
    private static readonly Caller Rea = new("rea", PortalRole.Reviewer);

    /// <summary>n2 becomes n5, n3 loses a gene.</summary>
    private static readonly string Moved = Samples.Text.Replace("\"n2\"", "\"n5\"", StringComparison.Ordinal)
        .Replace(", \"DUSP6\"", "", StringComparison.Ordinal);

    /// <summary>Only n1 is left of the first one.</summary>
    private static readonly string Another = string.Join('\n', Samples.Actions[0], Samples.Actions[1],
        """induces_phenotype(id="n9", source="EGFR", phenotype="cell migration")""", """edge("n1", "n9", relation="causal")""");

    [Fact]
    public async Task Revise_IsPutToTheChecks_AsWhatAnEngineWroteIs()
    {
        await using var portal = await OneRevisionAsync(SaysOfEachClaim.Checks);
        Assert.Equal(new ReviseOutcome.Revised(2), await ReviseAsync(portal, Moved));
        var trace = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!;
        Assert.Equal((2, true), (trace.Revision, trace.IsLatest));
        Assert.Equal(
            ["n1", "n5", "n3", "n4"],
            trace.Verdicts.Where(v => v.Verifier == SaysOfEachClaim.Called).Select(v => v.Claim.Action.Value));
        Assert.DoesNotContain(trace.Verdicts, v => v is { Verifier: SaysOfEachClaim.Called, Reason: not SaysOfEachClaim.Again });
        var row = await portal.TraceAsync(1);
        Assert.Equal(trace.Counts.Supported, row.Supported);
    }

    [Fact]
    public async Task Revise_KeepsWhatOtherChecksSaid_OfClaimsThatSayTheSame_UnderTheirNewIds()
    {
        await using var portal = await OneRevisionAsync(SaysOfEachClaim.Checks);
        await using (var db = portal.Db())
        {
            db.TraceVerdicts.AddRange(new[] { "n2", "n3" }.Select((action, at) => TraceVerdictRow.From(
                1, 1, 100 + at, Samples.Verdict(action, VerdictKind.Supported, verifier: "Model as judge"))));
            await db.SaveChangesAsync();
        }
        await ReviseAsync(portal, Moved);
        var trace = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!;
        Assert.Equal(new NodeId("n5"), Assert.Single(trace.Verdicts, v => v.Verifier == "Model as judge").Claim.Action);
    }

    [Fact]
    public async Task Comments_OnAnEarlierRevision_AreFoundAgainOrShownAsOrphaned()
    {
        await using var portal = await OneRevisionAsync();
        foreach (var subject in (string[])["n:n1", "n:n2", "n:n3", "e:n1>n2", "ev:1", ""])
            Assert.IsType<CommentOutcome.Added>(
                await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Parse(subject)!, subject + "?"), Samples.Ana, default));
        await ReviseAsync(portal, Moved);
        Assert.IsType<ReviseOutcome.Revised>(await ReviseAsync(portal, Another, @base: 2));

        Assert.Equal(
            [("n:n1", AnchorState.Exact), ("n:n5", AnchorState.Moved), ("n:n3", AnchorState.Edited), ("e:n1>n5", AnchorState.Moved),
                ("ev:1", AnchorState.Exact), ("", AnchorState.Exact)],
            (await portal.Get<ReadDiscussion>().RunAsync(1, 2, Samples.Anybody, default))!.Threads.Select(
                t => (t.Anchor.Here?.Text, t.Anchor.State)));
        Assert.Equal(
            [("n:n1", AnchorState.Exact), (null, AnchorState.Orphaned), (null, AnchorState.Orphaned), (null, AnchorState.Orphaned),
                ("ev:1", AnchorState.Exact), ("", AnchorState.Exact)],
            (await portal.Get<ReadDiscussion>().RunAsync(1, 3, Samples.Anybody, default))!.Threads.Select(
                t => (t.Anchor.Here?.Text, t.Anchor.State)));
    }

    [Fact]
    public async Task Vote_OnAClaimThatMoved_IsStillOneVote()
    {
        await using var portal = await OneRevisionAsync();
        var (was, becomes) = (new Subject.Node(new NodeId("n2")), new Subject.Node(new NodeId("n5")));
        var changed = new Subject.Node(new NodeId("n3"));
        await portal.Get<CastVote>().RunAsync(new(1, 1, was, Opinion.Up), Samples.Ana, default);
        await portal.Get<CastVote>().RunAsync(new(1, 1, changed, Opinion.Up), Samples.Ana, default);
        await ReviseAsync(portal, Moved);
        Assert.Equal(1, (await portal.Get<ReadDiscussion>().RunAsync(1, 2, Samples.Anybody, default))!.VotesOn(becomes).Up);
        Assert.Equal(
            (0, 1), (await portal.Get<ReadDiscussion>().RunAsync(1, 2, Samples.Anybody, default))!.VotesOn(changed) is var counts
            ? (counts.Up, counts.Earlier) : default);

        await portal.Get<CastVote>().RunAsync(new(1, 2, becomes, Opinion.Down, Disagreement.Direction), Samples.Ana, default);
        var votes = (await portal.Get<ReadDiscussion>().RunAsync(1, 2, Samples.Anybody, default))!.VotesOn(becomes);
        Assert.Equal((0, 1), (votes.Up, votes.Down));
    }

    [Fact]
    public async Task Revise_WhenSomebodyElseWasFaster_WritesNothing()
    {
        await using var portal = await OneRevisionAsync();
        var outcomes =
            await Task.WhenAll(Task.Run(() => ReviseAsync(portal, Moved)), Task.Run(() => ReviseAsync(portal, Samples.PrunedText)));
        Assert.Single(outcomes.OfType<ReviseOutcome.Revised>());
        Assert.Equal(new ReviseOutcome.Conflict(2), Assert.Single(outcomes.OfType<ReviseOutcome.Conflict>()));
    }

    [Fact]
    public async Task Revise_WhatIsNotValid_IsRefusedWithDiagnostics()
    {
        await using var portal = await OneRevisionAsync();
        Assert.NotEmpty(Assert.IsType<ReviseOutcome.NotValid>(await ReviseAsync(portal, "binds_to(id=\"n1\", actor=\"x")).Diagnostics);
        Assert.IsType<ReviseOutcome.Invalid>(await ReviseAsync(portal, Samples.Text)); // nothing is changed
        Assert.IsType<ReviseOutcome.Invalid>(await portal.Get<ReviseTrace>().RunAsync(new(1, 1, Moved, " "), Rea, default));
        Assert.IsType<ReviseOutcome.NotAllowed>(await portal.Get<ReviseTrace>().RunAsync(new(1, 1, Moved, "why"), Samples.Ana, default));
        Assert.IsType<ReviseOutcome.NotFound>(await portal.Get<ReviseTrace>().RunAsync(new(404, 1, Moved, "why"), Rea, default));
    }

    private static Task<ReviseOutcome> ReviseAsync(TestPortal portal, string text, int @base = 1) =>
        portal.Get<ReviseTrace>().RunAsync(new(1, @base, text, "Because of the data."), Rea, default);

    private static async Task<TestPortal> OneRevisionAsync(Action<IServiceCollection>? services = null)
    {
        var portal = await TestPortal.StartAsync(services: services);
        await portal.SaveTraceAsync(Samples.Text);
        return portal;
    }
}
