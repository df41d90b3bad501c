using System.Collections.Immutable;
using VcrPortal.Evidence.Sources;

namespace VcrPortal.Evidence;

/// <summary>Makes the whole pack from the data, always to the same text.</summary>
public static class PackBuilder
{
    private static readonly ImmutableArray<IPackSource> Sources =
    [
        new AtlasCompounds(), new AtlasLines(), new NciPidEdges(), new NciPidProcesses(), new NciPidModifications(),
        new ChemblMechanisms(), new DrugCentralActions(),
        new TrrustRegulation(), new ProgenyFootprints(), new GoProcesses(), new Nci60Exome(), new Nci60Growth(), new LineExpression(),
        new L1000Genes(), new KinomeScanAffinities(),
    ];

    /// <summary>Licences that ask to be handed on with the data, by their name below the pack's folder.</summary>
    private static readonly ImmutableDictionary<string, string> LicenceTexts = new Dictionary<string, string>
    {
        ["Licences/NCI-PID.txt"] = "nci-pid/LICENSE",
        ["Licences/PROGENy.txt"] = "progeny/LICENSE",
        ["Licences/KINOMEscan.txt"] = "kinomescan/LICENSE",
        ["Licences/INDRA.txt"] = "tas/LICENSE-indra",
        ["Licences/TGSA.txt"] = "depmap-expression/LICENSE-TGSA",
    }.ToImmutableDictionary();

    public static ImmutableArray<PackText> Build(EvidenceData data)
    {
        var input = PackInput.Read(data);
        var licences = LicenceTexts.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => Licence(data, l.Key, l.Value));
        return [.. Sources.Select(source => source.Make(input)), .. licences];
    }

    private static PackText Licence(EvidenceData data, string name, string file) =>
        new(name, File.ReadAllText(data.Evidence(file)).ReplaceLineEndings("\n").TrimEnd() + "\n", 0);
}
