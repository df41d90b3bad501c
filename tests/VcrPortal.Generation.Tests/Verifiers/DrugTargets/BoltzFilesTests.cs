using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Verifiers.DrugTargets;

/// <summary>Boltz-2 by files: what it is to be asked is written, what it found is read, and what is missing is said.</summary>
public sealed class BoltzFilesTests : IDisposable
{
    private const string Fasta = """
        >sp|Q02750|MP2K1_HUMAN Dual specificity kinase OS=Homo sapiens OX=9606 GN=MAP2K1 PE=1 SV=2
        MPKKKPTPIQ
        LNPAPDGSAV
        >BRAF a header of one's own
        MAALSG*
        >ODD
        MK'; drop
        """;

    private static readonly AffinityQuestion Mek = new("Binimetinib", null, @"CC(=O)N/C=C\Br", "MAP2K1");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pair_ThatWasNotComputed_LeavesItsInput()
    {
        var answer = await AskAsync(Mek);
        Assert.Equal("Boltz-2 has not computed it yet: binimetinib_map2k1.yaml waits for it.", answer.Why);
        Assert.Equal("""
            version: 1
            sequences:
              - protein:
                  id: A
                  sequence: MPKKKPTPIQLNPAPDGSAV
              - ligand:
                  id: B
                  smiles: 'CC(=O)N/C=C\Br'
            properties:
              - affinity:
                  binder: B

            """, await File.ReadAllTextAsync(InFolder("inputs/binimetinib_map2k1.yaml")), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Result_IsFoundWhereverItLies()
    {
        var place = Directory.CreateDirectory(InFolder("results/boltz_results_inputs/predictions/binimetinib_map2k1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(place, "affinity_binimetinib_map2k1.json"),
            """{"affinity_pred_value":-2.1,"affinity_probability_binary":0.93,"affinity_pred_value1":-2.0}""");
        Assert.Equal(new PredictedAffinity(0.93, -2.1), (await AskAsync(Mek)).Predicted);
        Assert.False(Directory.Exists(InFolder("inputs")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"affinity_probability_binary":7}""")]
    [InlineData("[]")]
    public async Task Result_ThatIsDamaged_IsNone(string text)
    {
        await File.WriteAllTextAsync(InFolder("affinity_binimetinib_map2k1.json"), text);
        Assert.Null((await AskAsync(Mek)).Predicted);
    }

    [Theory]
    [InlineData(null, "MAP2K1", "Boltz-2 needs the structure of x; the record has none.")]
    [InlineData("not smiles", "MAP2K1", "The structure of x is no SMILES that can be read.")]
    [InlineData("C'\nbinder: A", "MAP2K1", "The structure of x is no SMILES that can be read.")]
    [InlineData("CCO", "ODD", "No sequence of ODD is in the FASTA file.")]
    [InlineData("CCO", "CDK4", "No sequence of CDK4 is in the FASTA file.")]
    public async Task WhatIsMissing_IsSaid_AndNothingIsWritten(string? smiles, string target, string why)
    {
        Assert.Equal(why, (await AskAsync(new("x", null, smiles, target))).Why);
        Assert.False(Directory.Exists(InFolder("inputs")));
    }

    [Theory]
    [InlineData(128, null)]
    [InlineData(129, "x has 129 atoms, and Boltz-2 computes no affinity of a ligand with more than 128.")]
    public async Task Ligand_OfMoreThan128Atoms_IsRefused(int atoms, string? why)
    {
        var answer = await AskAsync(new("x", null, new string('C', atoms), "BRAF"));
        Assert.Equal(why ?? "Boltz-2 has not computed it yet: x_braf.yaml waits for it.", answer.Why);
    }

    [Theory]
    [InlineData("CCO", 3)]
    [InlineData("c1ccccc1Cl", 7)]
    [InlineData("[H]N[C@@H](C)C(=O)[O-].[Na+]", 7)]
    [InlineData("[13CH4]", 1)]
    [InlineData("", null)]
    [InlineData("[", null)]
    [InlineData("C{}", null)]
    public void Atoms_AreCountedWithoutHydrogen(string smiles, int? atoms) => Assert.Equal(atoms, SmilesAtoms.Count(smiles));

    private string InFolder(string relative) => Path.Combine(_folder.Place, relative);

    private async Task<AffinityAnswer> AskAsync(AffinityQuestion question)
    {
        var fasta = InFolder("own.fasta");
        await File.WriteAllTextAsync(fasta, Fasta);
        return await new BoltzFiles(_folder.Place, ProteinSequences.Read(fasta)).PredictAsync(question, default);
    }
}
