using System.Globalization;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers.Evidence;

/// <summary>A pack of a few rows, over the names of the starter pack.</summary>
internal sealed class SmallPack
{
    /// <summary>Lines of the table of transcripts beside C32.</summary>
    public const int OtherLines = 20;

    private static readonly KnowledgeBase Starter = StarterPack.Load();
    private static readonly KnowledgeIndex Index = new(Starter);
    private static readonly EntityRecognizer Recognizer = new(Starter);

    private static readonly ImmutableDictionary<string, string> Columns = new Dictionary<string, string>
    {
        [PackFiles.Compounds] = "row name pubchem names chembl",
        [PackFiles.Lines] = "name cellosaurus depmap",
        [PackFiles.NciPidEdges] = "source target sign kind pubmed",
        [PackFiles.NciPidProcesses] = "protein process sign pubmed",
        [PackFiles.ChemblMechanisms] = "molecule action mechanism target genes",
        [PackFiles.DrugCentralActions] = "drug genes target action pact relation pact_type moa pact_source moa_source",
        [PackFiles.TrrustRegulation] = "factor gene sign pubmed",
        [PackFiles.ProgenyFootprints] = "pathway gene weight p",
        [PackFiles.GoProcesses] = "gene term sign process evidence",
        [PackFiles.NciPidModifications] = "enzyme protein sign pubmed",
        [PackFiles.L1000Genes] = "drug gene sign",
        [PackFiles.KinomeScan] = "compound gene what value",
        [PackFiles.Nci60Exome] = "gene C32",
        [PackFiles.Nci60Growth] = "drug nsc line pgi50 experiments lowest highest panel",
        [PackFiles.LineExpression] = "gene C32 " + string.Join(' ', Enumerable.Range(1, OtherLines).Select(i => $"L{i}")),
    }.ToImmutableDictionary();

    private readonly Dictionary<string, List<string>> _rows = Columns.Keys.ToDictionary(file => file, _ => new List<string>());
    private string? _missing;

    public SmallPack()
    {
        With(PackFiles.Compounds, "Trametinib|Trametinib|11707110|Trametinib|CHEMBL2103875");
        With(PackFiles.Lines, "C32|CVCL_1097|ACH-000681");
    }

    /// <param name="row">Cells between bars; a comma stands for the bar within a cell. Cells at the end that are left out are
    /// empty.</param>
    public SmallPack With(string file, string row)
    {
        var missing = Columns[file].Count(c => c == ' ') - row.Count(c => c == '|');
        _rows[file].Add(row.Replace('|', '\t').Replace(',', '|') + new string('\t', missing));
        return this;
    }

    public SmallPack Without(string file)
    {
        _missing = file;
        return this;
    }

    public PackEvidence Evidence => new(() => EvidencePack.Load(Open), Index, Recognizer);

    /// <summary>What the verifier says of the claims of a text, asked about trametinib in C32.</summary>
    public async Task<ImmutableArray<Verdict>> VerifyAsync(
        Func<PackEvidence, IVerifier> verifier, string text, string usedSource = FactEvidence.WikiPathways)
    {
        var graph = ExplanationReader.Read($"set_context(cell_type=\"C32\", genotype=\"BRAF V600E GoF, PTEN LoF\")\n{text}").Graph;
        var evidence = new EvidenceIndex([new(1, usedSource, "1", null, "t", "p", null, "CC0", TrustTier.Curated)]);
        var citations = graph.Actions.Select(a => a.Id!.Value).Append(Claim.ContextId)
            .ToImmutableDictionary(id => id, _ => ImmutableArray.Create(1));
        var record = new PerturbationRecord([new("C32")], [new(PerturbationKind.Chemical, "Trametinib")]);
        var request = new VerificationRequest(
            new QuestionGrounding(Index, Recognizer).Ground(record) with { Alterations = [] }, graph, citations, evidence);
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        await foreach (var verdict in verifier(Evidence).VerifyAsync(request, CancellationToken.None)) verdicts.Add(verdict);
        return verdicts.ToImmutable();
    }

    private Stream? Open(string file)
    {
        if (file == _missing) return null;
        var text = new StringBuilder();
        foreach (var key in new[] { "source", "version", "licence", "attribution", "url", "made by", "taken" })
            text.Append(CultureInfo.InvariantCulture, $"# {key}: {key} of {file}\n");
        text.Append("# format: 1\n").Append(CultureInfo.InvariantCulture, $"# rows: {_rows[file].Count}\n")
            .Append(Columns[file].Replace(' ', '\t')).Append('\n');
        foreach (var row in _rows[file]) text.Append(row).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (!file.EndsWith(".gz", StringComparison.Ordinal)) return new MemoryStream(bytes);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return new MemoryStream(packed.ToArray());
    }
}
