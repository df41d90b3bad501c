using System.Collections.Frozen;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Footprints;

/// <summary>Which of PROGENy's 14 pathways a change of a protein is a change of. Only what the pathway is named after or cannot run
/// without,
/// and only activators: what holds a pathway back has many other effects.</summary>
internal static class CorePathways
{
    private static readonly FrozenDictionary<string, string[]> ByGene = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["AR"] = ["Androgen"],
        ["EGFR"] = ["EGFR"],
        ["ESR1"] = ["Estrogen"],
        ["HIF1A"] = ["Hypoxia"],
        ["EPAS1"] = ["Hypoxia"],
        ["JAK1"] = ["JAK-STAT"],
        ["JAK2"] = ["JAK-STAT"],
        ["STAT1"] = ["JAK-STAT"],
        ["STAT3"] = ["JAK-STAT"],
        ["BRAF"] = ["MAPK"],
        ["RAF1"] = ["MAPK"],
        ["MAP2K1"] = ["MAPK"],
        ["MAP2K2"] = ["MAPK"],
        ["MAPK1"] = ["MAPK"],
        ["MAPK3"] = ["MAPK"],
        ["NFKB1"] = ["NFkB"],
        ["RELA"] = ["NFkB"],
        ["IKBKB"] = ["NFkB"],
        ["TP53"] = ["p53"],
        ["PIK3CA"] = ["PI3K"],
        ["PIK3CB"] = ["PI3K"],
        ["PIK3CD"] = ["PI3K"],
        ["AKT1"] = ["PI3K"],
        ["AKT2"] = ["PI3K"],
        ["AKT3"] = ["PI3K"],
        ["TGFBR1"] = ["TGFb"],
        ["TGFBR2"] = ["TGFb"],
        ["SMAD2"] = ["TGFb"],
        ["SMAD3"] = ["TGFb"],
        ["SMAD4"] = ["TGFb"],
        ["TNF"] = ["TNFa"],
        ["TNFRSF1A"] = ["TNFa"],
        ["TNFSF10"] = ["Trail"],
        ["TNFRSF10A"] = ["Trail"],
        ["TNFRSF10B"] = ["Trail"],
        ["VEGFA"] = ["VEGF"],
        ["KDR"] = ["VEGF"],
        ["CTNNB1"] = ["WNT"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Each pathway with the way that it goes, +1 or -1.</summary>
    public static IEnumerable<(string Pathway, int Sign)> For(ActionNode action, PackEvidence evidence)
    {
        if (action.Kind is not (ClaimKind.MoleculeActivity or ClaimKind.Stability)) return [];
        return SignedOutputs.From(action, evidence.Recognizer)
            .SelectMany(o => evidence.Genes(o.Entity).SelectMany(g => ByGene.GetValueOrDefault(g, [])).Select(p => (p, o.Sign))).Distinct();
    }
}
