using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Revisions.Diff;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of revisions: comparing, revising, suggesting.
public partial class StatementTests
{
    /// <summary>An open suggestion, of somebody else, on the newest revision.</summary>
    private static (string Column, object? Value)[] SuggestionValue =>
    [
        .. RevisionValue, ("FROM [Suggestions] State", "Open"), ("FROM [Suggestions] Text", Samples.PrunedText), ("AuthorKey", "v"),
        ("Base", 7), ("DecidedBy", null), ("DecidedAt", null), ("Decision", null), ("AcceptedHunks", null), ("Became", null),
        ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("CitationsJson", "{}"), ("Id", "ana"), ("Kind", "Compound"),
    ];

    private static Dictionary<Type, Run[]> RevisionRuns => new()
    {
        [typeof(CompareReports)] = [new(s => s.Get<CompareReports>().RunAsync(1, 1, 2, Samples.Anybody, default))],
        [typeof(ReadRevisions)] = [
            new(s => s.Get<ReadRevisions>().RunAsync(1, Samples.Anybody, default)),
            new(s => s.Get<ReadRevisions>().RunAsync(1, 1, 2, Samples.Anybody, default))],
        [typeof(SuggestRevision)] =
        [
            new(s => s.Get<SuggestRevision>().RunAsync(new(1, 7, Samples.PrunedText, "why"), Ana, default),
                [.. SuggestionValue, ("FROM [Suggestions]", null)]),
        ],
        [typeof(ReadSuggestions)] =
        [
            new(s => s.Get<ReadSuggestions>().RunAsync(1, Ana, default), SuggestionValue),
            new(s => s.Get<ReadSuggestions>().FindAsync(1, 1, Ana, default), SuggestionValue),
            new(s => s.Get<ReadSuggestions>().SentAsync(1, 7, Ana, default), SuggestionValue),
        ],
        [typeof(FindContradictions)] =
        [
            new(async s =>
            {
                var trace = (await s.Get<ReadTrace>().RunAsync(1, 7, Ana, default))!;
                await s.Get<FindContradictions>().RunAsync(
                    trace with { Revisions = [trace.Revisions[0] with { IsOfPerson = true }] }, Ana, default);
            }, SuggestionValue),
        ],
        [typeof(DecideSuggestion)] =
        [
            new(s => s.Get<DecideSuggestion>().RunAsync(new(1, 1, [0], null), Editor, default), SuggestionValue),
            new(s => s.Get<DecideSuggestion>().RunAsync(new(1, 1, [], "why"), Editor, default), SuggestionValue),
        ],
        [typeof(ReviseTrace)] = [
            new(s =>
            s.Get<ReviseTrace>()
                .RunAsync(new(1, 7, Samples.PrunedText, "DUSP6 is refuted."), Ana with { Role = PortalRole.Reviewer }, default),
                [.. RevisionValue, ("VerdictJson", PortalJson.Write(Samples.Verdicts[0]))])],
    };
}
