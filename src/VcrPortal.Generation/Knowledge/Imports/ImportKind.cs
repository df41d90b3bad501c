using System.Collections.Immutable;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>What is known of a file before it is read.</summary>
/// <param name="FirstLine">The first line of a text; empty for Parquet and zip.</param>
/// <param name="Start">The first few thousand characters.</param>
public sealed record FileHead(string Name, string FirstLine, string Start)
{
    private const int Length = 4096;

    /// <summary>Why nothing of it can be read, as the end of a sentence that begins with the file; else null.</summary>
    public string? Problem { get; private init; }

    public static FileHead Read(string path)
    {
        var name = SourceFile.PlainNameOf(Path.GetFileName(path));
        if (Has(name, ".parquet") || Has(name, ".zip")) return new(name, "", "");
        try
        {
            var start = InputText.Start(path, Length);
            return new(name, start[..(start.AsSpan().IndexOfAny('\n', '\r') is var end and >= 0 ? end : start.Length)], start);
        }
        catch (UnreadableInputException unreadable)
        {
            return new(name, "", "") { Problem = unreadable.Message };
        }
    }

    public bool IsParquet(string stem) => Has(Name, ".parquet") && Name.Contains(stem, StringComparison.OrdinalIgnoreCase);

    public bool IsZip => Has(Name, ".zip");

    /// <summary>All of these are cells of the first line, by whatever they are parted.</summary>
    public bool HasColumns(params ReadOnlySpan<string> columns) => TableHeader.FindDelimiter(FirstLine, columns) is not null;

    public bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One file on its way into the draft.</summary>
/// <param name="Sources">Everything of this import and of earlier ones, by slot.</param>
public sealed record ImportStep(
    KnowledgeDraft Draft, SourceFile File, ImportCounts Counts, Lazy<DuckDbSession> Tables, ImmutableSortedDictionary<string,
        SourceFile> Sources, CancellationToken Ct);

/// <summary>
/// A kind of file that can be imported. A new file of a kind takes the place of the one before it; kinds of which there may be several keep
/// one for each name.
/// </summary>
/// <param name="Slot">Under which it is kept.</param>
public sealed record ImportKind(
    string Slot, string Description, Func<FileHead, bool> Recognises, Action<ImportStep> Add, bool IsMany = false)
{
    /// <summary>In the order in which they are added: names before what refers to them.</summary>
    public static ImmutableArray<ImportKind> All { get; } =
    [
        new("genes", "gene table", h => h.HasColumns("symbol")
            && (h.HasColumns("alias_symbol") || h.HasColumns("ensembl_gene_id")),
            s => GeneTableImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("tahoe-genes", "Tahoe-100M genes", h => h.IsParquet("gene_metadata"), s =>
            TahoeImport.AddGenes(s.Draft, s.File, s.Tables.Value, s.Counts, s.Ct)),
        new("famplex-relations", "FamPlex relations", h => h.IsNamed("relations.csv")
            && h.Start.Contains(",FPLX,", StringComparison.Ordinal),
            s => FamPlexImport.AddRelations(s.Draft, s.File, s.Counts, s.Ct)),
        new("famplex-entities", "FamPlex entities", h => h.IsNamed("entities.csv") && !h.FirstLine.Contains(','), s =>
            FamPlexImport.AddEntities(s.Draft, s.File, s.Counts, s.Ct)),
        new("famplex-names", "FamPlex names", h => h.IsNamed("grounding_map.csv"), s =>
            FamPlexImport.AddNames(s.Draft, s.File, s.Counts, s.Ct)),
        new("tahoe-compounds", "Tahoe-100M compounds", h => h.IsParquet("drug_metadata"), s =>
            TahoeImport.AddCompounds(s.Draft, s.File, s.Tables.Value, s.Counts, s.Ct)),
        new("tahoe-lines", "Tahoe-100M cell lines", h => h.IsParquet("cell_line_metadata"), s =>
            TahoeImport.AddLines(s.Draft, s.File, s.Tables.Value, s.Counts, s.Ct)),
        new("tahoe-variants", "Tahoe-100M variants", h => h.IsParquet("cell_line_variants"), s =>
            TahoeImport.AddVariants(s.Draft, s.File, s.Tables.Value, s.Counts, s.Ct)),
        new("tahoe-grid", "Tahoe-100M measured pairs", h => h.IsParquet("obs_cell_grid"), s =>
            TahoeImport.AddGrid(s.Draft, s.File, s.Tables.Value, s.Counts, s.Ct)),
        new("drugbank", "DrugBank names", h => h.Start.Contains("http://www.drugbank.ca", StringComparison.Ordinal), s =>
            DrugBankImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("localisation", "protein localisations", h => h.HasColumns(LocalisationImport.Columns), s =>
            LocalisationImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("gene-phenotypes", "HPO gene-to-phenotype table", h => h.HasColumns(GenePhenotypeImport.Columns), s =>
            GenePhenotypeImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("measured-phenotypes", "measured phenotypes", h => h.HasColumns(MeasuredPhenotypeImport.Columns), s =>
            MeasuredPhenotypeImport.Add(s.Draft, s.File, s.Counts, s.Ct), IsMany: true),
        new("ontology", "OBO Graphs ontology", h => h.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && h.Start.Contains("\"graphs\"", StringComparison.Ordinal),
            s => OboGraphsImport.Add(s.Draft, s.File, s.Counts, s.Ct), IsMany: true),
        new("primekg", "PrimeKG", h => h.IsNamed("kg.csv") || h.HasColumns("display_relation", "x_index"), s =>
            PrimeKgImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("stark-nodes", "STaRK nodes", h => h.IsNamed(StarkImport.NodesName), s => _ = s.Sources.ContainsKey("stark-edges") ? true
            : throw Alone(s, StarkImport.EdgesName)),
        new("stark-edges", "STaRK edges", h => h.IsNamed(StarkImport.EdgesName),
            s => StarkImport.Add(
                s.Draft, s.Sources.GetValueOrDefault("stark-nodes") ?? throw Alone(s, StarkImport.NodesName), s.File, s.Counts, s.Ct)),
        new("wikipathways", "WikiPathways GPML", h => h.IsZip, s => WikiPathwaysImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("dorothea", "DoRothEA regulons", h => h.Name.Contains("dorothea", StringComparison.OrdinalIgnoreCase)
            || h.HasColumns("tf", "target", "mor"),
            s => DorotheaImport.Add(s.Draft, s.File, s.Counts, s.Ct)),
        new("signor", "SIGNOR relations", h => h.HasColumns("ENTITYA", "ENTITYB", "EFFECT"), s =>
            SignorImport.Add(s.Draft, s.File, s.Counts, s.Ct), IsMany: true),
    ];

    /// <summary>Null for a file that is none of these.</summary>
    public static ImportKind? For(FileHead head) => All.FirstOrDefault(kind => kind.Recognises(head));

    /// <summary>Where a file of this name is kept.</summary>
    public string SlotOf(string name) => IsMany ? $"{Slot}-{Path.GetFileNameWithoutExtension(SourceFile.PlainNameOf(name))}" : Slot;

    public static ImportKind FindSlot(string slot) =>
        All.First(kind => kind.Slot == slot || (kind.IsMany && slot.StartsWith(kind.Slot + "-", StringComparison.Ordinal)));

    private static ImportException Alone(ImportStep step, string other) =>
        new(step.File.Name, null, $"it needs {other} beside it; import both.");
}
