using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of collections.
public partial class StatementTests
{
    /// <summary>A thing of the caller's own, with a trace in it.</summary>
    private static (string Column, object? Value)[] OwnValue =>
        [.. RevisionValue, ("IsOwner", true), ("", false), ("Action", "n1")];

    private static Dictionary<Type, Run[]> CollectionRuns => new()
    {
        [typeof(MakeCollection)] = [new(s => s.Get<MakeCollection>().RunAsync(new("x", "y", true), "team:1", Ana, default), ("", true))],
        [typeof(ChangeCollection)] =
        [
            new(s => s.Get<ChangeCollection>().RunAsync(1, new("x", "y", true), new("x", "y", true), Ana, default), OwnValue),
            new(s => s.Get<ChangeCollection>().DeleteAsync(1, Ana, default), OwnValue),
        ],
        [typeof(FillCollection)] =
        [
            new(s => s.Get<FillCollection>().RunAsync(1, [new("VCT1")], "why", Ana, default), OwnValue),
            new(s => s.Get<FillCollection>().RunAsync(1, [new("VCT1@7", "n1")], null, Ana, default), OwnValue),
        ],
        [typeof(ArrangeCollection)] =
        [
            new(s => s.Get<ArrangeCollection>().MoveAsync(1, new(7, "n1"), true, Ana, default), OwnValue),
            new(s => s.Get<ArrangeCollection>().NoteAsync(1, [new(new(7, "n1"), "why", "")], Ana, default), OwnValue),
            new(s => s.Get<ArrangeCollection>().TakeOutAsync(1, new(7, "n1"), Ana, default), OwnValue),
        ],
        [typeof(ReadCollection)] =
        [
            new(s => s.Get<ReadCollection>().RunAsync(1, Ana, default), OwnValue),
            new(s => s.Get<ReadCollection>().RunAsync(1, Samples.Anybody, default), OwnValue),
        ],
        [typeof(ListCollections)] =
        [
            new(s => s.Get<ListCollections>().RunAsync(2, Ana, default), OwnValue),
            new(s => s.Get<ListCollections>().OwnAsync(Ana, default), OwnValue),
            new(s => s.Get<ListCollections>().OfTeamAsync("team:1", Ana, default), OwnValue),
        ],
    };
}
