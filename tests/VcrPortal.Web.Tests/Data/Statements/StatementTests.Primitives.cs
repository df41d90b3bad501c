using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Primitives.Catalogue;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Tests.Features.Primitives;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of primitives: the vocabulary and its proposals.
public partial class StatementTests
{
    /// <summary>An open proposal, of somebody else.</summary>
    private static readonly (string Column, object? Value)[] ProposalValue =
    [
        ("State", "Open"), ("DraftJson", PortalJson.Write(PrimitiveWorld.Sequesters)), ("AuthorKey", "v"), ("Name", "sequesters"),
        ("Kind", "Primitive"), ("", false), ("Since", 2), ("ObsoleteSince", null), ("ReplacedBy", null), ("Text", Samples.Text),
        ("Reason", null), ("DecidedAt", null), ("VocabularyVersion", null), ("Role", "Editor"), ("IsFor", true),
    ];

    private static Dictionary<Type, Run[]> PrimitiveRuns => new()
    {
        [typeof(KeepVocabulary)] = [new(ReadVocabularyAsync, ProposalValue)],
        [typeof(ReadPrimitives)] =
        [
            new(s => s.Get<ReadPrimitives>().RunAsync(Ana, default), ProposalValue),
            new(s => s.Get<ReadPrimitives>().FindAsync(PrimitiveVocabulary.Vcr20.Primitives[1].Name, Ana, default), ProposalValue),
        ],
        [typeof(RetirePrimitive)] =
        [
            new(s => s.Get<RetirePrimitive>().RunAsync("sequesters", PrimitiveVocabulary.Vcr20.Primitives[1].Name, Editor, default),
                ProposalValue),
        ],
        [typeof(ReadProposals)] =
        [
            new(s => s.Get<ReadProposals>().RunAsync("holds [1] 100%", Ana, default), ProposalValue),
            new(s => s.Get<ReadProposals>().FindAsync(1, Ana, default), ProposalValue),
        ],
        [typeof(ProposePrimitive)] =
        [
            new(s => s.Get<ProposePrimitive>().RunAsync(PrimitiveWorld.Sequesters, Ana, default),
                [.. ProposalValue, ("FROM [Proposals]", null)]),
        ],
        [typeof(VoteOnProposal)] =
        [
            new(s => s.Get<VoteOnProposal>().RunAsync(1, false, Ana, default), [.. ProposalValue]),
            new(s => s.Get<VoteOnProposal>().RunAsync(1, true, Ana, default),
                [.. ProposalValue, ("FROM [ProposalVotes]", null)]),
            new(s => s.Get<VoteOnProposal>().RunAsync(1, null, Ana, default), [.. ProposalValue]),
        ],
        [typeof(CommentOnProposal)] =
            [new(s => s.Get<CommentOnProposal>().RunAsync(1, "Well said.", Ana, default), [.. ProposalValue])],
        [typeof(DecideProposal)] =
        [
            new(s => s.Get<DecideProposal>().AcceptAsync(1, Editor, default),
                [.. ProposalValue, ("FROM [AcceptedPrimitives]", null), ("AccountKey", "bob")]),
            new(s => s.Get<DecideProposal>().DeclineAsync(1, "why", Editor, default), ProposalValue),
        ],
        [typeof(DryRunProposal)] = [new(s => s.Get<DryRunProposal>().RunAsync(1, Editor, default), ProposalValue)],
    };

    /// <summary>As <see cref="KeepVocabulary"/> does when the program starts.</summary>
    private static async Task ReadVocabularyAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        await VocabularyStore.ReadAsync(db, default);
    }
}
