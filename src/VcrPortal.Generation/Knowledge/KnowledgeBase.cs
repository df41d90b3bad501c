using System.Collections.Immutable;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Generation.Knowledge;

/// <summary>
/// Facts, each with the source that it was taken from. Immutable: a test removes a row with <c>with</c> and asks again.
/// </summary>
/// <param name="Version">Names the content, for verdicts and jobs: <c>starter-1</c>.</param>
public sealed record KnowledgeBase(
    string Version, ImmutableArray<Compound> Compounds, ImmutableArray<CellLine> CellLines, ImmutableArray<SignedRelation> Relations,
    ImmutableArray<EntityGroup> Groups, ImmutableArray<Gene> Genes, ImmutableArray<Phenotype> Phenotypes, ImmutableArray<Pathway> Pathways)
{
    /// <summary>What the loss of a gene keeps active.</summary>
    public ImmutableArray<Brake> Brakes { get; init; } = [];

    /// <summary>Targets and polarities that are not believed as the compound table has them.</summary>
    public ImmutableArray<TargetException> Exceptions { get; init; } = [];

    /// <summary>Rows of <see cref="Exceptions"/> whose compound is not installed: left out, and named.</summary>
    public IEnumerable<TargetException> ExceptionsOfUnknownCompounds
    {
        get
        {
            var known = Compounds.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return Exceptions.Where(e => !known.Contains(e.Compound));
        }
    }

    /// <summary>Relations that leave from a pool of a protein of its own.</summary>
    public ImmutableArray<ProteinPool> Pools { get; init; } = [];

    /// <summary>Phosphorylations that an assay measures.</summary>
    public ImmutableArray<PhosphoSite> Sites { get; init; } = [];

    /// <summary>Proteins that do nothing until a signal comes.</summary>
    public ImmutableArray<Standby> Standbys { get; init; } = [];
}

/// <summary>Without <paramref name="Gene"/>, <paramref name="Releases"/> stays active when another of its inputs falls: AKT in a cell
/// without PTEN.</summary>
public sealed record Brake(string Gene, string Releases);

/// <summary>The part of a protein that acts on one target, and that the protein's upstream regulators do not reach.</summary>
/// <param name="Name">In the words of an explanation: "the beta-catenin destruction complex".</param>
/// <param name="Parts">Genes without which there is no such pool: a cell that has lost APC has no destruction complex.</param>
/// <param name="PathwayId">Draws the protein and the parts as one group.</param>
public sealed record ProteinPool(string Protein, string Target, string Name, ImmutableArray<string> Parts, string PathwayId);

/// <summary>A protein that waits for a signal: without it there is nothing of it that could fall.</summary>
/// <param name="Still">What it acts on without the signal too.</param>
/// <param name="Signal">In the words of an explanation: "DNA damage".</param>
/// <param name="Words">What a record writes where the signal was given.</param>
/// <param name="PathwayId">Draws the signal onto the protein, or onto what activates it.</param>
public sealed record Standby(
    string Protein, ImmutableArray<string> Still, string Signal, ImmutableArray<string> Words, string PathwayId);

/// <summary>A residue of a protein that enzymes phosphorylate, and what that does.</summary>
/// <param name="Site">The site by the canonical sequence: <c>T185/Y187</c>.</param>
/// <param name="Effect">+1: phosphorylated there the protein is active; -1: inactive.</param>
/// <param name="Enzymes">Kinases: genes, or families and complexes by their id.</param>
public sealed record PhosphoSite(string Protein, string Site, int Effect, ImmutableArray<string> Enzymes, string PathwayId);

/// <summary>What a compound does to its targets. Unknown: the source does not say, and nothing is propagated.</summary>
public enum Polarity { Unknown, Inhibits, Activates, Degrades }

/// <param name="Id"><c>PUBCHEM.COMPOUND:10288191</c>.</param>
/// <param name="Targets">HGNC symbols, in the source's order.</param>
/// <param name="Mechanism">The mechanism as the source words it: "MEK inhibitor".</param>
/// <param name="MechanismClass">The source's broad class: "inhibitor/antagonist".</param>
/// <param name="SourceRow">The row of the source: Tahoe's <c>drug</c>.</param>
public sealed record Compound(
    string Name, Curie? Id, ImmutableArray<string> Synonyms, ImmutableArray<string> Targets, string Mechanism, string MechanismClass,
        Polarity Polarity, string SourceRow)
{
    /// <summary>The source's two classes name opposite polarities: its row for bisoprolol is an inhibitor/antagonist and an "Adrenoceptor
    /// agonist".</summary>
    public bool ContradictsItself =>
        (MechanismClass, Mechanism.Split(' ')[^1]) is ("inhibitor/antagonist", "agonist" or "activator")
            or ("activator/agonist", "inhibitor" or "antagonist");
}

public enum AlterationEffect { Unknown, GainOfFunction, LossOfFunction }

/// <param name="Id">Cellosaurus: <c>CVCL_1097</c>.</param>
public sealed record CellLine(
    string Name, Curie Id, string Organ, ImmutableArray<string> Synonyms, ImmutableArray<DriverAlteration> Alterations);

/// <param name="Change">The protein change (<c>p.V600E</c> is <c>V600E</c>), counted as the line's own variant counts it where there is
/// one; or null.</param>
/// <param name="Role">Oncogene or Suppressor, as the source classes the driver; <see cref="Likely"/> for what it does not list.</param>
public sealed record DriverAlteration(string Gene, string? Change, AlterationEffect Effect, string Role)
{
    /// <summary>A recurrent variant that is no row of the driver table, and that the table of variants calls likely to lose the
    /// function.</summary>
    public const string Likely = nameof(Likely);

    /// <summary>The change as the driver table has it, which counts the residues of another transcript; null where both count
    /// alike.</summary>
    public string? WrittenAs { get; init; }

    public bool IsLikely => Role == Likely;
}

/// <summary>Activity: source changes the target's activity. Expression: source (a transcription factor) changes the target gene's RNA.
/// Phenotype: source drives or holds back a phenotype.</summary>
public enum RelationKind { Activity, Expression, Phenotype }

/// <summary>One signed, directed statement of one source.</summary>
/// <param name="Source">A gene symbol, a group id (<c>FPLX:MEK</c>), or a pathway id.</param>
/// <param name="Sign">+1 raises, -1 lowers.</param>
/// <param name="Target">A gene symbol, a group id, a phenotype id, or a pathway id.</param>
/// <param name="PathwayId">The WikiPathways id whose GPML holds that edge with that sign: <c>WP4685</c>.</param>
/// <param name="Arrow">The GPML arrow head: <c>mim-stimulation</c>, <c>mim-inhibition</c>, <c>TBar</c>,
/// <c>mim-transcription-translation</c>.</param>
/// <param name="PubMedId">Only where that GPML lists it for the edge or pathway; else null.</param>
/// <param name="IsImported">Taken from an import by rule, not chosen by hand.</param>
public sealed record SignedRelation(
    string Source, RelationKind Kind, int Sign, string Target, string PathwayId, string Arrow, string? PubMedId, bool IsImported = false)
{
    /// <summary>The <see cref="Arrow"/> of what no pathway draws and a paper says; <see cref="PathwayId"/> is then where it was
    /// published.</summary>
    public const string InWords = "in words";

    public bool IsOfAPaper => Arrow == InWords;
}

public enum GroupKind { Family, Complex }

/// <summary>A FamPlex family or complex.</summary>
/// <param name="Id"><c>FPLX:MEK</c>.</param>
/// <param name="Members">Gene symbols.</param>
public sealed record EntityGroup(string Id, string Name, GroupKind Kind, ImmutableArray<string> Synonyms, ImmutableArray<string> Members);

/// <param name="Id"><c>ENSEMBL:ENSG00000169032</c>.</param>
public sealed record Gene(string Symbol, Curie? Id, ImmutableArray<string> Synonyms);

/// <param name="Id">Our id, used in relations: <c>PHENO:apoptosis</c>.</param>
/// <param name="Name">In the words an explanation uses: "apoptosis".</param>
/// <param name="Ontology">Where an ontology id is known from a source, e.g. <c>GO:0006915</c>; else null.</param>
public sealed record Phenotype(string Id, string Name, Curie? Ontology, ImmutableArray<string> Synonyms)
{
    /// <summary>The protein whose break-down it is: a cell in which that protein escapes it has nothing of it to lose. Null for another
    /// phenotype.</summary>
    public string? BreaksDown { get; init; }
}

/// <summary>A signalling route that can go up or down as a whole.</summary>
/// <param name="Id">The WikiPathways id.</param>
/// <param name="Name">Short, as an explanation writes it: "MAPK signalling".</param>
/// <param name="Outputs">Gene symbols or group ids whose activity is the route's activity (MAPK1, MAPK3).</param>
public sealed record Pathway(string Id, string Name, string Title, ImmutableArray<string> Outputs);
