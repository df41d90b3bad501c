using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>Every compound, line, alteration and gene of the pack, against the rows of Tahoe-100M that it names.</summary>
public partial class StarterPackAgainstTahoeTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    [DataFact]
    public void Compounds_SayWhatTheirRowSays()
    {
        var rows = ParquetFile.Rows("drug_metadata.parquet").ToDictionary(r => r.Text("drug")!);
        var wrong = new List<string>();
        foreach (var compound in Pack.Compounds)
        {
            if (!rows.TryGetValue(compound.SourceRow, out var row))
            {
                wrong.Add($"{compound.Name}: no row '{compound.SourceRow}'");
                continue;
            }
            if (!IsNameOf(compound.Name, compound.SourceRow)) wrong.Add($"{compound.Name} is not the name in '{compound.SourceRow}'");
            // A column of fractions, for the sake of its nulls.
            var cid = row.Text("pubchem_cid")?.Replace(".0", "", StringComparison.Ordinal);
            if (compound.Id?.ToString() != $"PUBCHEM.COMPOUND:{cid}") wrong.Add($"{compound.Name}: id {compound.Id}, row {cid}");
            if (string.Join(", ", compound.Targets) != row.Text("targets")) wrong.Add(
                $"{compound.Name}: targets, row {row.Text("targets")}");
            if (compound.Mechanism != row.Text("moa-fine")) wrong.Add($"{compound.Name}: mechanism, row {row.Text("moa-fine")}");
            if (compound.MechanismClass != row.Text("moa-broad")) wrong.Add($"{compound.Name}: class, row {row.Text("moa-broad")}");
            if (compound.Polarity != PolarityOf(compound.MechanismClass, compound.Mechanism)) wrong.Add(
                $"{compound.Name}: polarity {compound.Polarity}");
        }
        Facts.None(wrong);
    }

    [DataFact]
    public async Task CompoundSynonyms_AreTheRowsSpellingOrAnotherRecordsNameOfTheSameStructure()
    {
        var smiles = ParquetFile.Rows("drug_metadata.parquet", "drug", "canonical_smiles")
            .ToDictionary(r => r.Text("drug")!, r => r.Text("canonical_smiles"));
        var records = PerturbationRecordReader.Read(
            await File.ReadAllBytesAsync(ReferenceData.File(Path.Combine("vcr-agent", "perturbations.json")))).Records
            .Select(r => r.Perturbations[0]).Where(p => p.Smiles is not null).ToLookup(p => p.Name!, p => Composition(p.Smiles!));
        var unsupported = from compound in Pack.Compounds
                          from synonym in compound.Synonyms
                          where synonym != compound.SourceRow && !records[synonym].Contains(Composition(smiles[compound.SourceRow]!))
                          select $"{compound.Name}: {synonym}";
        Facts.None(unsupported);
    }

    [DataFact]
    public void Lines_AreAssayedAndSayWhatTheirRowsSay()
    {
        var rows = ParquetFile.Rows("cell_line_metadata.parquet").ToLookup(r => r.Text("cell_name")!);
        var assayed = ParquetFile.Rows("obs_cell_grid.parquet", "cell_name").Select(r => r.Text("cell_name")).ToHashSet();
        foreach (var line in Pack.CellLines)
        {
            Assert.Contains(line.Name, assayed);
            Assert.All(
                rows[line.Name], row =>
                Assert.Equal((row.Text("Cell_ID_Cellosaur"), row.Text("Organ")), ($"CVCL_{line.Id.Id}", line.Organ)));
            Assert.All(line.Synonyms, synonym => Assert.Contains(synonym, line.Name.Split('/')));
            Assert.Equal(
                rows[line.Name].Select(Alteration).OrderBy(a => a.ToString(), StringComparer.Ordinal),
                line.Alterations.Where(a => !a.IsLikely).Select(a => a with { Change = a.WrittenAs ?? a.Change, WrittenAs = null })
                    .OrderBy(a => a.ToString(), StringComparer.Ordinal));
        }
    }

    /// <summary>Residues and likely losses of the pack are those that an import reads out of the same two tables.</summary>
    [DataFact]
    public async Task Lines_HaveTheAlterationsThatAnImportGivesThem()
    {
        var imported = SnapshotKnowledge.Read((await ReferenceKnowledge.InstalledAsync()).Snapshot!, Pack with { CellLines = [] });
        foreach (var line in Pack.CellLines)
            Assert.Equal(
                imported.CellLines.Single(l => l.Name == line.Name).Alterations.OrderBy(a => a.ToString(), StringComparer.Ordinal),
                line.Alterations.OrderBy(a => a.ToString(), StringComparer.Ordinal));
    }

    [DataFact]
    public void Genes_CarryTheEnsemblIdOfTheirSymbol()
    {
        var ids = ParquetFile.Rows("gene_metadata.parquet", "gene_symbol", "ensembl_id")
            .ToLookup(r => r.Text("gene_symbol")!, r => r.Text("ensembl_id"));
        Facts.None(
            Pack.Genes.Where(g => g.Id is not { Namespace: "ENSEMBL" } id || !ids[g.Symbol].Contains(id.Id))
            .Select(g => $"{g.Symbol} {g.Id}: {string.Join(' ', ids[g.Symbol])}"));
    }

    private static DriverAlteration Alteration(ParquetRow row) => new(
        row.Text("Driver_Gene_Symbol")!, row.Text("Driver_ProtEffect_or_CdnaEffect") is { } change
            ? change.StartsWith("p.", StringComparison.Ordinal) ? change[2..] : change : null,
        row.Text(
            "Driver_Mech_InferDM") switch
        {
            "GoF" => AlterationEffect.GainOfFunction,
            "LoF" => AlterationEffect.LossOfFunction,
            _ =>
            AlterationEffect.Unknown
        },
        row.Text("Driver_GeneType_DM")!);

    /// <summary>The row's name itself, or without the salt that follows it.</summary>
    private static bool IsNameOf(string name, string row) =>
        row.Equals(name, StringComparison.OrdinalIgnoreCase) || row.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The broad class decides; where it is unclear, the last word of the fine one.</summary>
    private static Polarity PolarityOf(string broad, string fine) => broad switch
    {
        "inhibitor/antagonist" => Polarity.Inhibits,
        "activator/agonist" => Polarity.Activates,
        _ => fine.Split(' ')[^1] switch
        {
            "inhibitor" or "antagonist" => Polarity.Inhibits,
            "activator" or "agonist" => Polarity.Activates,
            "degrader" => Polarity.Degrades,
            _ => Polarity.Unknown,
        },
    };

    /// <summary>How many of which heavy atoms the largest part of a structure has: equal for two spellings of one SMILES.</summary>
    private static string Composition(string smiles)
    {
        var part = smiles.Trim().Split('.').MaxBy(p => p.Length)!;
        var atoms = HeavyAtom().Matches(part)
            .Select(m => m.Groups[m.Groups["inside"].Success ? "inside" : "bare"].Value.ToUpperInvariant());
        return string.Join(' ', atoms.GroupBy(a => a).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}{g.Count()}"));
    }

    [GeneratedRegex(
        @"\[\d*(?<inside>Cl|Br|[A-Z]|[a-z])[^\]]*\]|(?<bare>Cl|Br|[BCNOPSFI]|[cnops])", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeavyAtom();
}
