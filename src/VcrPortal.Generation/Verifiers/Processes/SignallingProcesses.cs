using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Verifiers.Processes;

/// <summary>
/// Which processes of the Gene Ontology are named after a signalling route, and which after the activity of the protein that carries it:
/// "protein kinase B signaling" is what AKT1 does, and more of the one is more of the other. Only names that mean that protein or route;
/// "MAPK cascade" is any of them, and so tells of the route and not of MAPK1.
/// </summary>
internal static class SignallingProcesses
{
    private const string Pi3K = "phosphatidylinositol 3-kinase signaling";
    private const string Pi3KActivity = "phosphatidylinositol 3-kinase activity";
    private const string Akt = "protein kinase B signaling";
    private const string Erk = "ERK1 and ERK2 cascade";
    private const string Wnt = "canonical Wnt signaling pathway";
    private const string NfKappaB = "NF-kappaB transcription factor activity";
    private const string Ikk = "I-kappaB kinase/NF-kappaB signaling";
    private const string Tor = "TOR signaling";
    private const string Torc1 = "TORC1 signaling";
    private const string P53 = "signal transduction by p53 class mediator";
    private const string P53Damage = "DNA damage response, signal transduction by p53 class mediator";
    private const string Notch = "Notch signaling pathway";
    private const string TgfBeta = "transforming growth factor beta receptor signaling pathway";
    private const string Smad = "SMAD protein signal transduction";
    private const string Stat = "tyrosine phosphorylation of STAT protein";
    private const string JakStat = "receptor signaling pathway via JAK-STAT";
    private const string Estrogen = "intracellular estrogen receptor signaling pathway";
    private const string Androgen = "androgen receptor signaling pathway";
    private const string Glucocorticoid = "glucocorticoid receptor signaling pathway";
    private const string Ppar = "peroxisome proliferator activated receptor signaling pathway";
    private const string Interferon = "type I interferon-mediated signaling pathway";
    private const string Ras = "Ras protein signal transduction";
    private const string CdkActivity = "cyclin-dependent protein serine/threonine kinase activity";
    private const string AnyCdkActivity = "cyclin-dependent protein kinase activity";

    private static readonly FrozenDictionary<string, ImmutableHashSet<string>> ByPathway = Table(
        ("MAPK signalling", ["MAPK cascade", Erk]), ("PI3K-AKT signalling", [Pi3K, Pi3KActivity, Akt]), ("WNT signalling", [Wnt]),
        ("NF-kappaB signalling", [NfKappaB, Ikk]), ("mTOR signalling", [Tor, Torc1]), ("p53 signalling", [P53, P53Damage]),
        ("Notch signalling", [Notch]), ("TGF-beta signalling", [TgfBeta, Smad]), ("STAT3 signalling", [Stat, JakStat]),
        ("oestrogen receptor signalling", [Estrogen]), ("androgen receptor signalling", [Androgen]),
        ("glucocorticoid receptor signalling", [Glucocorticoid]), ("PPAR signalling", [Ppar]),
        ("type I interferon signalling", [Interferon])).ToFrozenDictionary(
            p => NameFolding.Fold(p.Key), p => p.Value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableHashSet<string>> ByGene = Table(
        ("MAPK1", [Erk]), ("MAPK3", [Erk]), ("PIK3CA", [Pi3K, Pi3KActivity]), ("PIK3CB", [Pi3K, Pi3KActivity]),
        ("PIK3CD", [Pi3K, Pi3KActivity]), ("AKT1", [Akt]), ("AKT2", [Akt]), ("AKT3", [Akt]), ("CTNNB1", [Wnt]),
        ("NFKB1", [NfKappaB, Ikk]), ("RELA", [NfKappaB, Ikk]), ("IKBKB", [Ikk]), ("IKBKG", [Ikk]), ("CHUK", [Ikk]),
        ("MAPK8", ["JNK cascade", "JUN kinase activity"]), ("MAPK9", ["JNK cascade", "JUN kinase activity"]),
        ("MAPK14", ["p38MAPK cascade"]), ("MTOR", [Tor, Torc1]), ("TP53", [P53, P53Damage]), ("NOTCH1", [Notch]),
        ("SMAD2", [TgfBeta, Smad]), ("SMAD3", [TgfBeta, Smad]), ("STAT1", [Stat, JakStat]), ("STAT3", [Stat, JakStat]),
        ("ESR1", [Estrogen]), ("AR", [Androgen]), ("NR3C1", [Glucocorticoid]), ("PPARG", [Ppar]), ("KRAS", [Ras]), ("NRAS", [Ras]),
        ("HRAS", [Ras]), ("CDK1", [CdkActivity, AnyCdkActivity]), ("CDK2", [CdkActivity, AnyCdkActivity]),
        ("CDK4", [CdkActivity, AnyCdkActivity]), ("CDK6", [CdkActivity, AnyCdkActivity]));

    /// <summary>Empty where no process of the pack is this route.</summary>
    public static IReadOnlyDictionary<string, int> OfPathway(string pathway) =>
        Furthered(ByPathway.GetValueOrDefault(NameFolding.Fold(pathway), []));

    /// <summary>The processes of a gene, or of a family or complex by those of its members that carry a process.</summary>
    public static IReadOnlyDictionary<string, int> OfProtein(ImmutableArray<string> genes) =>
        Furthered(genes.SelectMany(gene => ByGene.GetValueOrDefault(gene, [])));

    private static FrozenDictionary<string, int> Furthered(IEnumerable<string> processes) =>
        processes.Distinct().ToFrozenDictionary(process => process, _ => 1, StringComparer.Ordinal);

    private static FrozenDictionary<string, ImmutableHashSet<string>> Table(
        params ReadOnlySpan<(string Name, ImmutableHashSet<string> Processes)> rows)
    {
        var table = new Dictionary<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var (name, processes) in rows) table.Add(name, processes);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
