namespace VcrPortal.Evidence.Sources;

/// <summary>Which genes a compound of the atlas raises and lowers in other cells, by L1000.</summary>
public sealed class L1000Genes : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "L1000 consensus signatures of compounds, by Hetionet", "Hetionet v1.0; lujogu/HetioNet-Neo4j 19cd412",
        "CC BY 4.0 (LINCS)", "LINCS L1000, Broad Institute; Hetionet, Himmelstein and others", "https://het.io/",
        "Genes whose expression NCI-PID or TRRUST has regulated, compounds of the atlas by name. sign: 1 the compound raises the gene, "
        + "-1 lowers it, in the consensus over the cells and doses that L1000 measured, which are not the atlas's.");

    public PackText Make(PackInput input)
    {
        var names = input.Data.Tabbed("hetionet/nodes.tsv.gz").Where(r => r["kind"] is "Gene" or "Compound")
            .ToDictionary(r => r["id"], r => r["name"], StringComparer.Ordinal);
        var genes = input.Data.Tabbed("nci-pid/nci_pid_edges.tsv.gz").Where(r => r["kind"] == "expression").Select(r => r["target"])
            .Concat(input.Data.Tabbed("trrust/trrust_rawdata.human.tsv.gz").Select(r => r["Gene2"])).ToHashSet(StringComparer.Ordinal);
        var drugs = names.Where(n => n.Key.StartsWith("Compound::", StringComparison.Ordinal))
            .Where(n => input.Compounds.Any(c => c.IsNamed(n.Value)))
            .ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal);
        return PackText.From(
            "l1000-genes.tsv.gz", nameof(L1000Genes), Origin, ["drug", "gene", "sign"],
            Rows("CuG", "1").Concat(Rows("CdG", "-1")));

        IEnumerable<string[]> Rows(string edge, string sign)
        {
            foreach (var line in input.Data.Lines($"hetionet/{edge}.tsv.gz"))
                if (line.Split('\t') is [var compound, _, var gene] && drugs.TryGetValue(compound, out var drug)
                    && names.TryGetValue(gene, out var symbol) && genes.Contains(symbol)) yield return [drug, symbol, sign];
        }
    }
}
