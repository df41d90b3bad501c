using System.Collections.Immutable;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>A pack, and what of it could not be read.</summary>
/// <param name="Problems">One for each file that is missing, damaged or newer than the program; empty when all is well.</param>
public sealed record LoadedEvidence(EvidencePack Pack, ImmutableArray<PackProblem> Problems);

/// <summary>
/// Facts of other people's sources that ship with the program for verification alone, read once and shared by all jobs. The engine never
/// reads them: a claim that was written from a fact cannot be checked by it, and an architecture test holds the graph reasoner away from
/// this namespace. That a source is silent about something never says that it is false.
/// </summary>
public sealed class EvidencePack
{
    private static readonly Lazy<LoadedEvidence> LazyPack = new(() => Load(PackFiles.OpenEmbedded));

    private EvidencePack(PackTables tables)
    {
        Names = tables.Names();
        Steps = new(tables.Rows(PackFiles.NciPidEdges, ["source", "target", "sign", "kind", "pubmed"], SignedSteps.Read));
        Modifications = new(
            tables.Rows(PackFiles.NciPidModifications, ["enzyme", "protein", "sign", "pubmed"], SignedSteps.ReadModification));
        Regulation = new(tables.Rows(PackFiles.TrrustRegulation, ["factor", "gene", "sign", "pubmed"], SignedSteps.ReadRegulation));
        Processes = tables.Processes();
        Drugs = tables.Drugs(Names);
        Footprints = new(tables.Rows(PackFiles.ProgenyFootprints, ["pathway", "gene", "weight", "p"], Footprints.Read));
        Lines = tables.Lines(Names);
        Sources = tables.Headers;
    }

    /// <summary>The pack in the program, read when it is first asked for.</summary>
    public static LoadedEvidence Embedded => LazyPack.Value;

    /// <summary>The headers of the files that were read: a source that is not here says nothing.</summary>
    public ImmutableArray<PackHeader> Sources { get; }

    /// <summary>Names and ids of compounds and lines.</summary>
    public EvidenceNames Names { get; }

    /// <summary>NCI-PID: signed edges between genes.</summary>
    public SignedSteps Steps { get; }

    /// <summary>NCI-PID: enzymes and the proteins whose phosphates they add or take away.</summary>
    public SignedSteps Modifications { get; }

    /// <summary>TRRUST: transcription factors and the genes whose expression they raise or lower.</summary>
    public SignedSteps Regulation { get; }

    /// <summary>NCI-PID and the Gene Ontology: genes and processes.</summary>
    public ProcessEvidence Processes { get; }

    /// <summary>ChEMBL and DrugCentral: what compounds do to targets.</summary>
    public DrugEvidence Drugs { get; }

    /// <summary>PROGENy: genes that follow a pathway.</summary>
    public Footprints Footprints { get; }

    /// <summary>NCI-60 and DepMap: variants, growth and expression in lines.</summary>
    public LineEvidence Lines { get; }

    /// <summary>The header of a file of <see cref="PackFiles"/>; null when it could not be read.</summary>
    public PackHeader? Source(string file) => Sources.FirstOrDefault(header => header.File == file);

    /// <summary>Reads every file through <paramref name="open"/>, which is given the names of <see cref="PackFiles"/> and returns null for
    /// a missing one.</summary>
    public static LoadedEvidence Load(Func<string, Stream?> open)
    {
        var tables = new PackTables(open);
        return new(new EvidencePack(tables), tables.Problems);
    }
}
