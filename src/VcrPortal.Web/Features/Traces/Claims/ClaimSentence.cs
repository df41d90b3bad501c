using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>The words of a claim across traces, where no measurement is meant.</summary>
internal static class ClaimSentence
{
    public static string For(ClaimContent claim)
    {
        var (actor, target) = (claim.ActorLabel, claim.TargetLabel);
        var by = actor.Length > 0 ? $", by {actor}" : "";
        return claim.Kind switch
        {
            ClaimKind.Binding => $"{actor} binds {target}",
            ClaimKind.MoleculeActivity => $"{target} activity {Way(claim.Sign)}",
            ClaimKind.PathwayActivity => $"{target} {Way(claim.Sign)}",
            ClaimKind.Expression => $"{target} expression {Way(claim.Sign)}{by}",
            ClaimKind.Stability => $"{target} is {(claim.Sign < 0 ? "degraded" : "stabilised")}{by}",
            ClaimKind.ProteinFunction => $"{target} {(claim.Sign < 0 ? "loses" : "gains")} function ({actor})",
            ClaimKind.Phenotype => $"{target} {Way(claim.Sign)}{by}",
            ClaimKind.Modification => $"{target} {(claim.Sign < 0 ? "loses a modification" : "is modified")}",
            ClaimKind.Localisation => $"{target} moves",
            _ => $"{actor} {claim.Primitive.Replace('_', ' ')} {target}".Trim(),
        };
    }

    public static string Query(ClaimContent claim)
    {
        var parts = new List<string> { SearchField.Primitive.Write(claim.Primitive) };
        if (claim.Actor.Length > 0) parts.Add(SearchField.Actor.Write(claim.ActorLabel));
        if (claim.Target.Length > 0) parts.Add(SearchField.Target.Write(claim.TargetLabel));
        if (claim.Sign != 0) parts.Add(SearchField.Direction.Write(claim.Sign > 0 ? "up" : "down"));
        return string.Join(' ', parts);
    }

    private static string Way(int sign) => sign switch { > 0 => "rises", < 0 => "falls", _ => "changes" };
}
