using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Features.Primitives.Catalogue;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Tests.Features.Primitives;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of primitives and their proposals.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> PrimitiveRuns => new()
    {
        [typeof(ProposePrimitive)] = async p => await PrimitiveWorld.ProposedAsync(p),
        [typeof(VoteOnProposal)] = async p =>
            await p.Get<VoteOnProposal>().RunAsync(await PrimitiveWorld.ProposedAsync(p), true, Samples.Bob, default),
        [typeof(CommentOnProposal)] = async p =>
            await p.Get<CommentOnProposal>().RunAsync(await PrimitiveWorld.ProposedAsync(p), "Well said.", Samples.Bob, default),
        [typeof(DecideProposal)] = async p =>
            await p.Get<DecideProposal>().AcceptAsync(await PrimitiveWorld.ProposedAsync(p), Editor, default),
        [typeof(RetirePrimitive)] = async p =>
        {
            await PrimitiveWorld.AcceptedAsync(p);
            await p.Get<RetirePrimitive>().RunAsync("sequesters", PrimitiveVocabulary.Vcr20.Primitives[1].Name, Editor, default);
        },
    };
}
