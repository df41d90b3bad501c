using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>Tahoe-100M's metadata tables: genes, compounds, lines with their driver alterations and variants, and what was measured in
/// what.</summary>
public static partial class TahoeImport
{
    /// <summary>The vehicle that everything is compared with: a row of the grid, and no compound.</summary>
    public const string Vehicle = "DMSO_TF";

    private const string Url = "https://huggingface.co/datasets/tahoebio/Tahoe-100M";

    public static void AddGenes(KnowledgeDraft draft, SourceFile file, DuckDbSession tables, ImportCounts counts, CancellationToken ct)
    {
        Open(draft, file);
        using var rows = ParquetTable.Open(tables, file, ct, "gene_symbol", "ensembl_id");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (rows.Text(0)?.Trim() is not { Length: > 0 } symbol)
            {
                counts.Drop("a gene without a symbol", rows.Number, rows.Text(1) ?? "");
                continue;
            }
            if (!seen.Add(symbol))
            {
                counts.Drop("a symbol that stands there twice; the first is kept", rows.Number, symbol);
                continue;
            }
            draft.Entity(EntityKind.Gene, symbol, null, rows.Text(1) is { Length: > 0 } id ? $"ENSEMBL:{id}" : null);
            counts.Take("genes");
        }
    }

    public static void AddCompounds(KnowledgeDraft draft, SourceFile file, DuckDbSession tables, ImportCounts counts, CancellationToken ct)
    {
        Open(draft, file);
        var compounds = ReadCompounds(file, tables, ct);
        var names = new CompoundNames(draft, compounds.Select(c => c.Row));
        foreach (var compound in compounds)
        {
            var entity = draft.Entity(
                EntityKind.Compound, names.NameOf(compound.Row), null, compound.PubChemId is null ? null
                : $"PUBCHEM.COMPOUND:{compound.PubChemId}");
            draft.Synonym(entity, compound.Row.Trim());
            draft.Attribute(entity, EntityAttribute.SourceRow, compound.Row);
            draft.Attribute(entity, EntityAttribute.Mechanism, compound.Mechanism);
            draft.Attribute(entity, EntityAttribute.MechanismClass, compound.MechanismClass);
            draft.Attribute(entity, EntityAttribute.Smiles, compound.Smiles);
            draft.Attribute(entity, EntityAttribute.Approved, compound.Approved);
            counts.Take("compounds");
            if (compound.Targets.IsEmpty) counts.Drop("a compound without a known target", compound.Record, compound.Row);
            for (var i = 0; i < compound.Targets.Length; i++) AddTarget(draft, entity, compound, i, counts);
        }
    }

    private static void AddTarget(KnowledgeDraft draft, int compound, TahoeCompound row, int place, ImportCounts counts)
    {
        var target = row.Targets[place];
        if (!GeneSymbol().IsMatch(target))
        {
            counts.Drop("a target that is no gene symbol", row.Record, $"{row.Row}: {target}");
            return;
        }
        // The place keeps the source's order.
        draft.Edge(
            compound, draft.Entity(EntityKind.Gene, target),
            new Statement(
            KnowledgeDataset.Tahoe, EdgeKind.Targets, 0, "drug_metadata", place.ToString("D3", CultureInfo.InvariantCulture)));
        counts.Take("targets");
    }

    /// <summary>One row of <c>drug_metadata</c>.</summary>
    /// <param name="Record">Counted from 1.</param>
    public sealed record TahoeCompound(
        long Record, string Row, ImmutableArray<string> Targets, string Mechanism, string MechanismClass, string? Approved, string? Smiles,
            string? PubChemId);

    public static ImmutableArray<TahoeCompound> ReadCompounds(SourceFile file, DuckDbSession tables, CancellationToken ct)
    {
        using var rows = ParquetTable.Open(
            tables, file, ct, "drug", "targets", "moa-broad", "moa-fine", "human-approved", "canonical_smiles", "pubchem_cid");
        var compounds = ImmutableArray.CreateBuilder<TahoeCompound>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var row = rows.Text(0) is { Length: > 0 } name && name.Trim() != Vehicle ? name
                : throw new ImportException(file.Name, $"record {rows.Number}", "the drug has no name, or is the vehicle.");
            if (!seen.Add(row)) throw new ImportException(
                file.Name, $"record {rows.Number}", $"the drug \u201c{row}\u201d stands there twice.");
            compounds.Add(
                new(rows.Number, row,
                [.. (rows.Text(1) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                rows.Text(3) ?? "", rows.Text(2) ?? "", rows.Text(4), rows.Text(5)?.Trim(), PubChem(rows.Text(6))));
        }
        return compounds.ToImmutable();
    }

    /// <summary>The column is of floating point: "387447.0".</summary>
    private static string? PubChem(string? written) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number.ToString("F0", CultureInfo.InvariantCulture) : null;

    public static void AddLines(KnowledgeDraft draft, SourceFile file, DuckDbSession tables, ImportCounts counts, CancellationToken ct)
    {
        Open(draft, file);
        using var rows = ParquetTable.Open(
            tables, file, ct, "cell_name", "Cell_ID_Cellosaur", "Cell_ID_DepMap", "Organ", "Driver_Gene_Symbol",
            "Driver_ProtEffect_or_CdnaEffect", "Driver_Mech_InferDM", "Driver_GeneType_DM");
        var lines = new HashSet<int>();
        while (rows.Read())
        {
            if (rows.Text(0) is not { Length: > 0 } name) throw new ImportException(
                file.Name, $"record {rows.Number}", "the cell line has no name.");
            var line = draft.Entity(EntityKind.CellLine, name, null, rows.Text(1)?.Replace('_', ':'));
            if (lines.Add(line))
            {
                draft.Attribute(line, EntityAttribute.Organ, rows.Text(3));
                draft.Attribute(line, EntityAttribute.CrossReference, rows.Text(2));
                foreach (var other in name.Split('/')) draft.Synonym(line, other.Trim());
                counts.Take("cell lines");
            }
            if (rows.Text(4) is not { Length: > 0 } gene) continue;
            var sign = rows.Text(6) switch { "GoF" => 1, "LoF" => -1, _ => 0 };
            var change = rows.Text(5) is { } written && written.StartsWith("p.", StringComparison.Ordinal) ? written[2..] : rows.Text(5)
                ?? "";
            draft.Edge(
                line, draft.Entity(EntityKind.Gene, gene),
                new Statement(KnowledgeDataset.Tahoe, EdgeKind.Alters, sign, rows.Text(7) ?? "", change));
            counts.Take("driver alterations");
        }
    }

    public static void AddVariants(KnowledgeDraft draft, SourceFile file, DuckDbSession tables, ImportCounts counts, CancellationToken ct)
    {
        Open(draft, file);
        using var rows = ParquetTable.Open(tables, file, ct, "cell_name", "gene", "protein_change", "consequence", "likely_lof", "hotspot");
        while (rows.Read())
        {
            var line = rows.Text(0) is { } name ? draft.Find(EntityKind.CellLine, name) : null;
            if (line is null || rows.Text(1) is not { Length: > 0 } gene)
            {
                counts.Drop(
                    "a variant of a line that is not there, or without a gene", $"record {rows.Number}: {rows.Text(0)} {rows.Text(1)}");
                continue;
            }
            var change = rows.Text(2) is { } written ? written.StartsWith("p.", StringComparison.Ordinal) ? written[2..] : written : "";
            draft.Edge(
                line.Value, draft.Entity(EntityKind.Gene, gene),
                new Statement(
                KnowledgeDataset.Tahoe, EdgeKind.Varies, rows.Text(4) == "true" ? -1 : 0, rows.Text(3) ?? "", change,
                rows.Text(5) == "true" ? LineAlterations.Recurrent : ""));
            counts.Take("variants");
        }
    }

    /// <summary>Which compound was measured in which line, and at what doses.</summary>
    public static void AddGrid(KnowledgeDraft draft, SourceFile file, DuckDbSession tables, ImportCounts counts, CancellationToken ct)
    {
        Open(draft, file);
        using var rows = ParquetTable.Open(tables, file, ct, "drug", "cell_name", "conc");
        var compounds = draft.ByFoldedName(EntityKind.Compound);
        var doses = new SortedDictionary<(int, int), SortedSet<double>>();
        while (rows.Read())
        {
            var (drug, name) = (rows.Text(0) ?? "", rows.Text(1) ?? "");
            if (drug.Trim() == Vehicle)
            {
                counts.Drop("the vehicle control, which is no compound", $"record {rows.Number}: {drug} in {name}");
                continue;
            }
            if (!compounds.TryGetValue(NameFolding.Fold(drug), out var compound) || draft.Find(EntityKind.CellLine, name) is not { } line)
            {
                counts.Drop("a compound or line that is not there", $"record {rows.Number}: {drug} in {name}");
                continue;
            }
            if (!doses.TryGetValue((compound, line), out var known)) doses[(compound, line)] = known = [];
            if (double.TryParse(rows.Text(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var dose)) known.Add(dose);
        }
        foreach (var ((compound, line), measured) in doses)
            draft.Edge(
                compound, line,
                new Statement(
                KnowledgeDataset.Tahoe, EdgeKind.MeasuredIn, 0, "obs_cell_grid",
                string.Join(", ", measured.Select(d => d.ToString(CultureInfo.InvariantCulture))) + " \u00B5M"));
        counts.Take("measured pairs", doses.Count);
    }

    private static void Open(KnowledgeDraft draft, SourceFile _) => draft.Add(new(KnowledgeDataset.Tahoe, "metadata", "CC0-1.0", Url));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex GeneSymbol();
}
