using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>Sends a claim that evidence speaks against to the one address where it is put right: by what the claim is about, and where that
/// leaves a choice, by which check spoke.</summary>
internal static class RouteDiscrepancy
{
    public static EditAddress AddressOf(ActionGraph graph, Claim claim, ClaimJudgement judgement)
    {
        if (claim.EdgeTarget is not null) return EditAddress.Edge;
        if (graph.Find(claim.Action) is not { IsContext: false } action) return EditAddress.ContextParsing;
        return action.Kind switch
        {
            ClaimKind.Binding => EditAddress.TargetChoice,
            ClaimKind.Expression => EditAddress.ExpressionClaim,
            // How the cell is altered was read out of the record, not reasoned.
            ClaimKind.ProteinFunction => EditAddress.ContextParsing,
            // What is not there can go neither up nor down: another molecule is meant, or none.
            _ when judgement.Telling?.Verifier == ExpressedVerifier.VerifierName => EditAddress.TargetChoice,
            _ => EditAddress.Direction,
        };
    }
}
