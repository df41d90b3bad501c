namespace VcrPortal.Evidence.Sources;

/// <summary>Which gene furthers, holds back or takes part in which process, by curators of the Gene Ontology.</summary>
public sealed class GoProcesses : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "Gene Ontology annotations (NCBI gene2go), biological processes",
        "gene2go of 2022-09-12 (Debian r-bioc-org.hs.eg.db 3.16.0-1), terms of 2022-07-01",
        "CC BY 4.0", "Gene Ontology Consortium; adapted: rows chosen, the sign read from the term's name", "https://geneontology.org/",
        "All rows of 108 terms but those inferred electronically (IEA). sign: 1 positive regulation of process, -1 negative regulation "
        + "of process; 0: the gene takes part in process, which is no direction.");

    public PackText Make(PackInput input)
    {
        var names = Terms();
        return PackText.From(
            "go-processes.tsv.gz", nameof(GoProcesses), Origin, ["gene", "term", "sign", "process", "evidence"],
            Phenotypes(input).Concat(Signalling(input)).Select(r => Row(r.Gene, r.Term, names[r.Term], r.Evidence)));
    }

    private static IEnumerable<(string Gene, string Term, string Evidence)> Phenotypes(PackInput input) =>
        input.Data.Tabbed("go/go_bp_processes.tsv.gz").Where(r => r["evidence"] is not "IEA")
            .Select(r => (r["symbol"], r["go_id"], r["evidence"]));

    /// <summary>What the extract in the reference data leaves out, of genes of use.</summary>
    private static IEnumerable<(string Gene, string Term, string Evidence)> Signalling(PackInput input) =>
        ReviewedTable.Rows("go-signalling.tsv").Where(cells => input.Genes.Contains(cells[0]))
            .Select(cells => (cells[0], cells[1], cells[2]));

    private static string[] Row(string gene, string term, string name, string evidence) =>
        name.Split(" regulation of ", 2) switch
        {
            ["positive", var process] => [gene, term, "1", process, evidence],
            ["negative", var process] => [gene, term, "-1", process, evidence],
            _ => [gene, term, "0", name, evidence],
        };

    private static Dictionary<string, string> Terms() =>
        ReviewedTable.Rows("go-terms.tsv").ToDictionary(cells => cells[0], cells => cells[1]);
}
