using System.Collections.Immutable;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Revisions;
using VcrPortal.Web.Features.Revisions.Effects;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Revisions.Suggest;

public class SuggestionTests
{
    private static readonly Caller Rea = new("rea", PortalRole.Reviewer);

    /// <summary>n2 rises instead of falling, and a gene is gone from n3.</summary>
    private static readonly string Changed = Samples.Text
        .Replace("""target="MAP2K1", direction="down")""", """target="MAP2K1", direction="up")""", StringComparison.Ordinal)
        .Replace(", \"DUSP6\"", "", StringComparison.Ordinal);

    [Fact]
    public async Task Suggestion_OfAContributor_IsAcceptedHunkByHunk_ByAnother_UnderItsAuthorsName()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await SuggestAsync(portal, Changed, Samples.Ana);
        Assert.Equal(number, await SuggestAsync(portal, Changed, Samples.Ana)); // sent twice
        var other = await SuggestAsync(portal, Samples.PrunedText, Samples.Bob);
        var seen = (await portal.Get<ReadSuggestions>().FindAsync(1, number, Rea, default))!;
        Assert.Equal(2, seen.Diff.Hunks.Length);
        var flip = seen.Diff.Hunks.ToList().FindIndex(h => h is Reasoning.Diff.Hunk.SignFlipped);

        Assert.IsType<SuggestOutcome.NotAllowed>(await DecideAsync(portal, number, [flip], Samples.Bob));
        Assert.IsType<SuggestOutcome.Invalid>(await DecideAsync(portal, number, [flip], Samples.Ana with { Role = PortalRole.Editor }));
        Assert.Equal(
            new SuggestOutcome.Decided(SuggestionState.AcceptedInPart, 2), await DecideAsync(portal, number, [flip], Rea));

        var trace = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!;
        Assert.Contains("direction=\"up\"", trace.Text, StringComparison.Ordinal);
        Assert.Contains("DUSP6", trace.Text, StringComparison.Ordinal); // that hunk was not taken
        await using var db = portal.Db();
        Assert.Equal("ana", db.TraceRevisions.Single(r => r.Revision == 2).AuthorKey);
        Assert.Equal(SuggestionState.Superseded, db.Suggestions.Single(s => s.Number == other).State);
        Assert.IsType<SuggestOutcome.Invalid>(await DecideAsync(portal, other, [0], Rea)); // too late
    }

    [Fact]
    public async Task Suggestion_Rejected_SaysWhy_AndChangesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await SuggestAsync(portal, Changed, Samples.Ana);
        Assert.IsType<SuggestOutcome.Invalid>(await DecideAsync(portal, number, [], Rea, " "));
        Assert.Equal(new SuggestOutcome.Decided(SuggestionState.Rejected, null), await DecideAsync(portal, number, [], Rea, "Measured."));
        Assert.Equal(1, (await portal.TraceAsync(1)).Revision);
        Assert.Equal("Measured.", Assert.Single((await portal.Get<ReadSuggestions>().RunAsync(1, Rea, default))!.Value).Decision);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(-1)]
    public async Task Decision_OnChangesThatAreNot_IsRefused(int hunk)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await SuggestAsync(portal, Changed, Samples.Ana);
        Assert.IsType<SuggestOutcome.Invalid>(await DecideAsync(portal, number, [hunk], Rea));
    }

    [Fact]
    public async Task Suggestion_WithoutAChangeOrAReason_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var suggest = portal.Get<SuggestRevision>();
        Assert.IsType<SuggestOutcome.Invalid>(await suggest.RunAsync(new(1, 1, Samples.Text, "why"), Samples.Ana, default));
        Assert.IsType<SuggestOutcome.Invalid>(await suggest.RunAsync(new(1, 1, Changed, " "), Samples.Ana, default));
        Assert.IsType<SuggestOutcome.NotValid>(await suggest.RunAsync(new(1, 1, "binds_to(", "why"), Samples.Ana, default));
        Assert.IsType<SuggestOutcome.NotFound>(await suggest.RunAsync(new(9, 1, Changed, "why"), Samples.Ana, default));
        Assert.IsType<SuggestOutcome.NotAllowed>(await suggest.RunAsync(new(1, 1, Changed, "why"), Samples.Anybody, default));
    }

    [Fact]
    public async Task Suggestion_WithAReport_IsTakenOrLeftApartFromTheGraph()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var report = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!.ReportMarkdown;
        var number = Assert.IsType<SuggestOutcome.Suggested>(await portal.Get<SuggestRevision>().RunAsync(
            new(1, 1, Samples.Text, "Said better.", report + "\r\n\r\nMAP2K1 rises."), Samples.Ana, default)).Number;
        var seen = (await portal.Get<ReadSuggestions>().FindAsync(1, number, Rea, default))!;
        Assert.True(seen.Diff.IsEmpty);
        Assert.Equal("MAP2K1 rises.", Assert.Single(Assert.Single(seen.Report).After));

        Assert.IsType<SuggestOutcome.Invalid>(await DecideAsync(portal, number, [], Rea, null)); // to reject it, a word of why
        Assert.Equal(
            new SuggestOutcome.Decided(SuggestionState.Accepted, 2),
            await portal.Get<DecideSuggestion>().RunAsync(new(1, number, [], null, true), Rea, default));
        var trace = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!;
        Assert.EndsWith("MAP2K1 rises.", trace.ReportMarkdown, StringComparison.Ordinal);
        Assert.Equal(Samples.Text, trace.Text);
    }

    [Fact]
    public async Task Suggestion_AcceptedInPart_LeavesTheContradictingSentenceMarked_AndItsAcceptorIsToldBefore()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = Assert.IsType<SuggestOutcome.Suggested>(await portal.Get<SuggestRevision>().RunAsync(
            new(1, 1, Changed, "Measured.", "Report [1]. **MAP2K1** [n2] is expected to rise."), Samples.Ana, default)).Number;
        var seen = (await portal.Get<ReadSuggestions>().FindAsync(1, number, Rea, default))!;
        var gene = seen.Diff.Hunks.ToList().FindIndex(h => h is not Reasoning.Diff.Hunk.SignFlipped);
        Assert.Empty(PartOfSuggestion.Effects(seen, [0, 1], takesReport: true));
        Assert.Contains(
            "MAP2K1", Assert.Single(PartOfSuggestion.Effects(seen, [gene], takesReport: true)).Sentence, StringComparison.Ordinal);
        Assert.Empty(PartOfSuggestion.Effects(seen, [gene], takesReport: false));

        var taken = new Decision(1, number, [gene], null, true);
        Assert.IsType<SuggestOutcome.Decided>(await portal.Get<DecideSuggestion>().RunAsync(taken, Rea, default));
        var left = Assert.Single(await ContradictionsAsync(portal, null));
        Assert.Equal("**MAP2K1** [n2] is expected to rise.", left.Quote);
        Assert.Empty(await ContradictionsAsync(portal, 1)); // the job's own report fits its graph
    }

    [Fact]
    public async Task Sent_IsWhatOneSuggestedOneself_SoThatItIsNotOfferedAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await SuggestAsync(portal, Changed, Samples.Ana);
        var suggestions = portal.Get<ReadSuggestions>();
        Assert.Equal(WorkDigest.For(Changed, "Report [1].\r\n"), Assert.Single(await suggestions.SentAsync(1, 1, Samples.Ana, default)));
        Assert.Empty(await suggestions.SentAsync(1, 1, Samples.Bob, default));
        Assert.Empty(await suggestions.SentAsync(1, 2, Samples.Ana, default));
    }

    [Fact]
    public async Task Suggestion_WithoutAReport_HasNoneToTake()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var number = await SuggestAsync(portal, Changed, Samples.Ana);
        Assert.IsType<SuggestOutcome.Invalid>(
            await portal.Get<DecideSuggestion>().RunAsync(new(1, number, [0], null, true), Rea, default));
    }

    private static async Task<ImmutableArray<SideEffect.ReportContradicts>> ContradictionsAsync(TestPortal portal, int? revision) =>
        await portal.Get<FindContradictions>().RunAsync(
            (await portal.Get<ReadTrace>().RunAsync(1, revision, Samples.Anybody, default))!, Samples.Anybody, default);

    private static async Task<int> SuggestAsync(TestPortal portal, string text, Caller caller) =>
        Assert.IsType<SuggestOutcome.Suggested>(
            await portal.Get<SuggestRevision>().RunAsync(new(1, 1, text, "Because of the data."), caller, default)).Number;

    private static Task<SuggestOutcome> DecideAsync(
        TestPortal portal, int number, int[] hunks, Caller caller, string? note = "As it is.") =>
        portal.Get<DecideSuggestion>().RunAsync(new(1, number, [.. hunks], note), caller, default);
}
