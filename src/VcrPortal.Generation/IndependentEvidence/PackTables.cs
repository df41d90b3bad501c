using System.Collections.Immutable;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>Reads the files of a pack one after the other, and remembers which could not be read and why.</summary>
internal sealed class PackTables(Func<string, Stream?> open)
{
    private readonly List<PackHeader> _headers = [];
    private readonly List<PackProblem> _problems = [];

    public ImmutableArray<PackHeader> Headers => [.. _headers];

    public ImmutableArray<PackProblem> Problems => [.. _problems];

    /// <summary>The rows of a file; none when it cannot be read, also when only its last row is wrong: half a source would be taken for a
    /// silent one.</summary>
    public ImmutableArray<T> Rows<T>(string file, string[] columns, Func<PackRow, T> read)
    {
        try
        {
            var (header, rows) = PackReader.Read(file, open, columns, row => read(row));
            _headers.Add(header);
            return rows;
        }
        catch (PackUnreadableException failure)
        {
            _problems.Add(new(file, failure.Message));
            return [];
        }
    }

    /// <summary>A table of genes by lines: its first column has the gene, every other one is named by a line.</summary>
    public ImmutableArray<T> Grid<T>(string file, Func<string, string, double?, T> read) =>
    [
        .. Rows(file, ["gene"], row => Cells(row, read)).SelectMany(cells => cells),
    ];

    private static List<T> Cells<T>(PackRow row, Func<string, string, double?, T> read) =>
        [.. row.Columns.Skip(1).Select(line => read(row.Required("gene"), line, row.OptionalNumber(line)))];

    public EvidenceNames Names() => new(
        Rows(PackFiles.Compounds, ["row", "name", "pubchem", "names", "chembl"], EvidenceNames.ReadCompound),
        Rows(PackFiles.Lines, ["name", "cellosaurus", "depmap"], EvidenceNames.ReadLine));

    public ProcessEvidence Processes() => new(
        Rows(PackFiles.NciPidProcesses, ["protein", "process", "sign", "pubmed"], ProcessEvidence.ReadControl),
        Rows(PackFiles.GoProcesses, ["gene", "term", "sign", "process", "evidence"], ProcessEvidence.ReadAnnotation));

    public DrugEvidence Drugs(EvidenceNames names) => new(
        names,
        Rows(PackFiles.ChemblMechanisms, ["molecule", "action", "mechanism", "target", "genes"], DrugEvidence.ReadMechanism),
        Rows(PackFiles.DrugCentralActions,
            ["drug", "genes", "target", "action", "pact", "relation", "pact_type", "moa", "pact_source", "moa_source"],
            DrugEvidence.ReadAction),
        Rows(PackFiles.L1000Genes, ["drug", "gene", "sign"], DrugEvidence.ReadSignature),
        Rows(PackFiles.KinomeScan, ["compound", "gene", "what", "value"], DrugEvidence.ReadBinding));

    public LineEvidence Lines(EvidenceNames names) => new(
        names,
        Grid(PackFiles.Nci60Exome, (gene, line, percent) => new ExomeReading(gene, line, percent)),
        Rows(PackFiles.Nci60Growth, ["drug", "nsc", "line", "pgi50", "experiments", "lowest", "highest", "panel"], LineEvidence.ReadGrowth),
        [.. Grid(PackFiles.LineExpression, Expressed).OfType<BaselineExpression>()]);

    private static BaselineExpression? Expressed(string gene, string line, double? tpm) => tpm is { } known ? new(gene, line, known) : null;
}
