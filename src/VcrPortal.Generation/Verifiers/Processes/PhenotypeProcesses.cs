using System.Collections.Frozen;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Verifiers.Processes;

/// <summary>Which processes of the Gene Ontology and of NCI-PID are a phenotype of ours, and whether more of the process is more (+1) or
/// less
/// (-1) of the phenotype. Only names that mean the same: survival is the absence of apoptosis, arrest the absence of a cycle.</summary>
internal static class PhenotypeProcesses
{
    private static readonly FrozenDictionary<string, int> None = FrozenDictionary<string, int>.Empty;

    private static readonly FrozenDictionary<string, int> Proliferation = Table(
        ("cell population proliferation", 1), ("cell proliferation", 1), ("negative regulation of cell growth", -1),
        ("negative regulation of cell proliferation", -1), ("positive regulation of cell proliferation", 1));

    private static readonly FrozenDictionary<string, int> Apoptosis = Table(
        ("apoptotic process", 1), ("intrinsic apoptotic signaling pathway", 1), ("apoptosis", 1), ("negative regulation of apoptosis", -1),
        ("positive regulation of apoptosis", 1), ("anti-apoptosis", -1), ("cell survival", -1));

    private static readonly FrozenDictionary<string, int> Translation = Table(
        ("translation", 1), ("translational initiation", 1), ("negative regulation of translation", -1));

    private static readonly FrozenDictionary<string, int> Replication = Table(("DNA replication", 1));

    private static readonly FrozenDictionary<string, int> GOneS = Table(
        ("G1/S transition of mitotic cell cycle", 1), ("cell cycle G1/S phase transition", 1));

    private static readonly FrozenDictionary<string, int> Senescence = Table(("cellular senescence", 1), ("replicative senescence", 1));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> ByPhenotype =
        new Dictionary<string, FrozenDictionary<string, int>>(StringComparer.Ordinal)
        {
            ["cell proliferation"] = Proliferation,
            ["cell survival and proliferation"] = Proliferation,
            ["cell growth"] = Proliferation,
            ["apoptosis"] = Apoptosis,
            ["cell survival"] = Inverted(Apoptosis),
            ["autophagy"] = Table(("autophagy", 1), ("macroautophagy", 1)),
            ["cell cycle arrest"] = Table(
                ("cell cycle arrest", 1), ("cell cycle", -1), ("G1/S transition of mitotic cell cycle", -1),
                ("cell cycle G1/S phase transition", -1), ("negative regulation of cell cycle", 1)),
            ["cell cycle progression"] = Table(("cell cycle", 1), ("cell cycle arrest", -1), ("negative regulation of cell cycle", -1)),
            ["G1/S transition of the cell cycle"] = GOneS,
            ["G1 to S cell cycle control"] = GOneS,
            ["G2/M transition of the cell cycle"] = Table(("G2/M transition of mitotic cell cycle", 1)),
            ["DNA repair"] = Table(("DNA repair", 1)),
            ["DNA replication"] = Replication,
            ["DNA synthesis or repair"] = Table(("DNA replication", 1), ("DNA repair", 1)),
            ["epithelial-mesenchymal transition"] = Table(("epithelial to mesenchymal transition", 1)),
            ["cell migration and invasion"] = Table(("cell migration", 1), ("cell motility", 1)),
            ["inflammation"] = Table(("inflammatory response", 1)),
            ["mRNA translation"] = Translation,
            ["protein synthesis"] = Translation,
            ["angiogenesis"] = Table(("angiogenesis", 1)),
            ["ferroptosis"] = Table(("ferroptosis", 1)),
            ["cellular senescence"] = Senescence,
            ["senescence"] = Senescence,
            ["protein degradation by the proteasome"] = Table(
                ("proteasomal ubiquitin-dependent protein catabolic process", 1), ("ubiquitin-dependent protein catabolic process", 1)),
        }.ToFrozenDictionary(p => NameFolding.Fold(p.Key), p => p.Value, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, int> For(string phenotype) =>
        ByPhenotype.GetValueOrDefault(NameFolding.Fold(phenotype), None);

    private static FrozenDictionary<string, int> Table(params ReadOnlySpan<(string Process, int Way)> processes)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (process, way) in processes) table.Add(process, way);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> Inverted(FrozenDictionary<string, int> table) =>
        table.ToFrozenDictionary(p => p.Key, p => -p.Value, StringComparer.Ordinal);
}
