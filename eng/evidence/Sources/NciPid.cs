namespace VcrPortal.Evidence.Sources;

/// <summary>What the two files of NCI-PID say of themselves.</summary>
internal static class NciPid
{
    public static PackOrigin Origin(string taken) => new(
        "NCI Pathway Interaction Database (NCI-PID)", "NCI-Nature-Curated final, BioPAX level 3; NCIP/pathway-interaction-database 6da6a50",
        "BSD-3-Clause", "Copyright (c) 2010 SRA International; National Cancer Institute and Nature Publishing Group",
        "https://github.com/NCIP/pathway-interaction-database", taken);

    /// <summary>Rows that are about something else than they seem to be, or wrong by another source, by source, target and sign.</summary>
    public static HashSet<(string Source, string Target, string Sign, string Kind)> Exceptions() =>
        [.. ReviewedTable.Rows("nci-pid-exceptions.tsv").Select(cells => (cells[0], cells[1], cells[2], cells[3]))];
}

/// <summary>Who changes whose activity or expression, and which way.</summary>
public sealed class NciPidEdges : IPackSource
{
    public PackText Make(PackInput input)
    {
        var exceptions = NciPid.Exceptions();
        return PackText.From(
            "nci-pid-edges.tsv.gz", nameof(NciPidEdges),
            NciPid.Origin("All signed edges between two different genes, without the reviewed exceptions. pubmed parts its items by |."),
            ["source", "target", "sign", "kind", "pubmed"],
            input.Data.Tabbed("nci-pid/nci_pid_edges.tsv.gz")
                .Where(r => r["source"] != r["target"] && !exceptions.Contains((r["source"], r["target"], r["sign"], r["kind"])))
                .Select(r => new[] { r["source"], r["target"], r["sign"], r["kind"], r["pubmed"].Replace(';', '|') }));
    }
}

/// <summary>Which protein furthers or holds back which process.</summary>
public sealed class NciPidProcesses : IPackSource
{
    public PackText Make(PackInput input)
    {
        var exceptions = NciPid.Exceptions();
        return PackText.From(
            "nci-pid-processes.tsv.gz", nameof(NciPidProcesses),
            NciPid.Origin("All rows but the reviewed exceptions. process is a name of the Gene Ontology as it was then."),
            ["protein", "process", "sign", "pubmed"],
            input.Data.Tabbed("nci-pid/nci_pid_processes.tsv.gz")
                .Where(r => !exceptions.Contains((r["protein"], r["process"], r["sign"], "process")))
                .Select(r => new[] { r["protein"], r["process"], r["sign"], r["pubmed"].Replace(';', '|') }));
    }
}

/// <summary>Which enzyme adds or takes away phosphates of which protein.</summary>
public sealed class NciPidModifications : IPackSource
{
    public PackText Make(PackInput input) => PackText.From(
        "nci-pid-modifications.tsv.gz", nameof(NciPidModifications),
        NciPid.Origin(
            "Reactions that add (1) or take away (-1) phosphates, of two genes of the assay. Read from the BioPAX file; at most six papers "
            + "of each. pubmed parts its items by |."),
        ["enzyme", "protein", "sign", "pubmed"],
        ReviewedTable.Rows("nci-pid-modifications.tsv")
            .Where(cells => input.Tahoe.Symbols.Contains(cells[0]) && input.Tahoe.Symbols.Contains(cells[1])));
}
