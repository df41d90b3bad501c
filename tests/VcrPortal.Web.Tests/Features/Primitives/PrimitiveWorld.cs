using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Primitives;

/// <summary>A primitive that nobody has yet, and people who decide on it.</summary>
internal static class PrimitiveWorld
{
    public static readonly Caller Eva = new("eva", PortalRole.Editor);
    public static readonly Caller Edo = new("edo", PortalRole.Editor);

    public static readonly PrimitiveDraft Sequesters = new(
        "sequesters", PrimitiveCategory.Interaction, "One molecule holds another so that it can not act.", true, false, ClaimKind.Other,
        [
            new("actor", ArgumentKind.Entity, true, "what holds"), new("target", ArgumentKind.Entity, true, "what is held"),
        ],
        null, """sequesters(id="n1", actor="BCL-2", target="BIM")""", """localises_to(id="n2", entity="BIM", from_loc="a", to_loc="b")""",
        "", "", "traps");

    public static async Task<int> ProposedAsync(TestPortal portal) =>
        Assert.IsType<ProposalOutcome.Done>(await portal.Get<ProposePrimitive>().RunAsync(Sequesters, Samples.Ana, default)).Number;

    public static async Task<int> AcceptedAsync(TestPortal portal)
    {
        var number = await ProposedAsync(portal);
        await portal.Get<DecideProposal>().AcceptAsync(number, Eva, default);
        Assert.Equal(
            new ProposalOutcome.Done(number, ProposalState.Accepted), await portal.Get<DecideProposal>().AcceptAsync(number, Edo, default));
        return number;
    }
}
