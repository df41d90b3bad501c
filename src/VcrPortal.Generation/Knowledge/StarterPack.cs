using System.Collections.Immutable;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Generation.Knowledge;

/// <summary>
/// The small set of hand-chosen facts that ships inside the program, so that the first job needs no import and no network.
/// Every row names its source; a test compares every row with the public data.
/// </summary>
public static class StarterPack
{
    public const string Version = "starter-1";

    private static readonly string[] SignedArrows =
        ["mim-stimulation", "mim-necessary-stimulation", "mim-transcription-translation", "mim-inhibition", "TBar"];

    /// <summary>Reads the embedded tables. A row that cannot be read is a <see cref="PackFormatException"/>: it is our own file.</summary>
    public static KnowledgeBase Load() => Load(OpenEmbedded);

    /// <summary>Reads the tables through <paramref name="open"/>, which is given <c>compounds.tsv</c>, <c>genes.tsv</c> and so
    /// on.</summary>
    public static KnowledgeBase Load(Func<string, Stream> open)
    {
        var genes = Rows(open, "genes.tsv", ReadGene, "symbol", "id", "synonyms");
        var groups = Rows(open, "groups.tsv", ReadGroup, "id", "name", "kind", "synonyms", "members");
        var phenotypes = Rows(open, "phenotypes.tsv", ReadPhenotype, "id", "name", "ontology", "synonyms", "breaks_down");
        var entities = genes.Select(g => g.Symbol).Concat(groups.Select(g => g.Id)).ToHashSet(StringComparer.Ordinal);
        var pathways = Rows(open, "pathways.tsv", row => ReadPathway(row, entities), "id", "name", "title", "outputs");
        var compounds = Rows(
            open, "compounds.tsv", row => ReadCompound(row, entities), "name", "id", "synonyms", "targets", "mechanism", "class",
            "polarity", "source_row");
        var ends = entities.Concat(phenotypes.Select(p => p.Id)).Concat(pathways.Select(p => p.Id)).ToHashSet(StringComparer.Ordinal);
        var relations =
            Rows(open, "relations.tsv", row => ReadRelation(row, ends), "source", "kind", "sign", "target", "pathway", "arrow", "pmid")
            .AddRange(Rows(open, "literature.tsv", row => ReadFromPaper(row, ends), "source", "kind", "sign", "target", "record"));
        return new KnowledgeBase(Version, compounds, ReadLines(open, entities), relations, groups, genes, phenotypes, pathways)
        {
            Brakes = Rows(
                open, "brakes.tsv", row => new Brake(One(row, "gene", entities), One(row, "releases", entities)), "gene", "releases"),
            Exceptions = Rows(
                open, "exceptions.tsv", ReadException, "compound", "target", "kind", "instead", "says", "source", "record", "finding"),
            Pools = Rows(
                open, "pools.tsv", row => new ProteinPool(
                    One(row, "protein", entities), One(row, "target", entities), row.Required("pool"), Known(row, "parts", entities),
                    row.Required("pathway")),
                "protein", "target", "pool", "parts", "pathway"),
            Sites = Rows(open, "sites.tsv", row => ReadSite(row, entities), "protein", "site", "effect", "enzymes", "pathway"),
            Standbys = Rows(
                open, "standby.tsv", row => ReadStandby(row, entities, ends), "protein", "still", "signal", "words", "pathway"),
        };
    }

    private static ImmutableArray<CellLine> ReadLines(Func<string, Stream> open, HashSet<string> entities)
    {
        var alterations = Rows(
            open, "alterations.tsv", row => (Line: row.Required("line"), Row: row, Alteration: ReadAlteration(row, entities)), "line",
            "gene", "change", "effect", "role", "written");
        var byLine = alterations.ToLookup(a => a.Line, a => a.Alteration, StringComparer.Ordinal);
        var lines = Rows(open, "cell-lines.tsv", row => ReadLine(row, byLine), "name", "id", "organ", "synonyms");
        var names = lines.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        var stray = alterations.FirstOrDefault(a => !names.Contains(a.Line));
        return stray.Row is null ? lines : throw stray.Row.Wrong("line", $"'{stray.Line}' is not in cell-lines.tsv");
    }

    private static Gene ReadGene(TsvRow row) => new(row.Required("symbol"), row.OptionalCurie("id"), row.List("synonyms"));

    private static EntityGroup ReadGroup(TsvRow row) =>
        new(row.Required("id"), row.Required("name"), row.Enum<GroupKind>("kind"), row.List("synonyms"), row.List("members"));

    private static Phenotype ReadPhenotype(TsvRow row) =>
        new(row.Required("id"), row.Required("name"), row.OptionalCurie("ontology"), row.List("synonyms"))
        {
            BreaksDown = row.Optional("breaks_down")
        };

    private static Pathway ReadPathway(TsvRow row, HashSet<string> entities) =>
        new(row.Required("id"), row.Required("name"), row.Required("title"), Known(row, "outputs", entities));

    private static Compound ReadCompound(TsvRow row, HashSet<string> entities) => new(
        row.Required("name"), row.OptionalCurie("id"), row.List("synonyms"), Known(row, "targets", entities),
        row.Required("mechanism"), row.Required("class"), row.Enum<Polarity>("polarity"), row.Required("source_row"));

    private static CellLine ReadLine(TsvRow row, ILookup<string, DriverAlteration> alterations)
    {
        var name = row.Required("name");
        return new(name, Cellosaurus(row), row.Required("organ"), row.List("synonyms"), [.. alterations[name]]);
    }

    /// <summary><c>CVCL_1097</c> as the identifier <c>CVCL:1097</c>.</summary>
    private static Curie Cellosaurus(TsvRow row) =>
        row.Required("id").Split('_') is ["CVCL", { Length: > 0 } number] ? new("CVCL", number)
            : throw row.Wrong("id", "must be of the form CVCL_1097");

    private static DriverAlteration ReadAlteration(TsvRow row, HashSet<string> entities) => new(
        Known(row, "gene", entities).Single(), row.Optional("change"),
        row.Optional("effect") is null ? AlterationEffect.Unknown : row.Enum<AlterationEffect>("effect"), row.Required("role"))
    {
        WrittenAs = row.Optional("written")
    };

    private static SignedRelation ReadRelation(TsvRow row, HashSet<string> ends)
    {
        var arrow = row.Required("arrow");
        if (!SignedArrows.Contains(arrow)) throw row.Wrong("arrow", $"'{arrow}' carries no sign");
        var sign = arrow is "mim-inhibition" or "TBar" ? -1 : 1;
        if (row.Required("sign") != (sign > 0 ? "+1" : "-1")) throw row.Wrong("sign", $"must be {sign:+0;-0} for {arrow}");
        return new(
            Known(row, "source", ends).Single(), row.Enum<RelationKind>("kind"), sign, Known(row, "target", ends).Single(),
            row.Required("pathway"), arrow, row.Optional("pmid"));
    }

    private static SignedRelation ReadFromPaper(TsvRow row, HashSet<string> ends) => new(
        Known(row, "source", ends).Single(), row.Enum<RelationKind>("kind"), Sign(row, "sign"), Known(row, "target", ends).Single(),
        row.Required("record"), SignedRelation.InWords, null);

    private static int Sign(TsvRow row, string column) => row.Required(column) switch
    {
        "+1" => 1,
        "-1" => -1,
        _ => throw row.Wrong(column, "must be +1 or -1"),
    };

    private static TargetException ReadException(TsvRow row) => new(
        row.Required("compound"), row.Required("target"), row.Enum<TargetExceptionKind>("kind"), row.Optional("instead"),
        row.Required("says"), row.Required("source"), row.Required("record"), row.Required("finding"));

    private static PhosphoSite ReadSite(TsvRow row, HashSet<string> entities) => new(
        One(row, "protein", entities), row.Required("site"), Sign(row, "effect"), Known(row, "enzymes", entities), row.Required("pathway"));

    private static Standby ReadStandby(TsvRow row, HashSet<string> entities, HashSet<string> ends) => new(
        One(row, "protein", entities), row.Optional("still") is null ? [] : Known(row, "still", ends), row.Required("signal"),
        row.List("words"), row.Required("pathway"));

    private static string One(TsvRow row, string column, HashSet<string> defined) => Known(row, column, defined).Single();

    /// <summary>The names of a cell, each of which another table must define.</summary>
    private static ImmutableArray<string> Known(TsvRow row, string column, HashSet<string> defined)
    {
        var names = row.List(column);
        if (names.IsEmpty) throw row.Wrong(column, "must not be empty");
        var unknown = names.FirstOrDefault(name => !defined.Contains(name));
        return unknown is null ? names : throw row.Wrong(column, $"'{unknown}' is not defined in another table");
    }

    private static ImmutableArray<T> Rows<T>(Func<string, Stream> open, string file, Func<TsvRow, T> read, params string[] columns)
    {
        using var reader = new StreamReader(open(file));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<T>();
        foreach (var row in TsvTable.Read(file, reader, columns))
        {
            if (!seen.Add(string.Join('\t', row.Cells))) throw row.Wrong("row", "repeats an earlier row");
            rows.Add(read(row));
        }
        return rows.ToImmutable();
    }

    private static Stream OpenEmbedded(string file) =>
        typeof(StarterPack).Assembly.GetManifestResourceStream($"starter/{file}")
        ?? throw new FileNotFoundException($"The embedded table {file} is missing from the program.", file);
}
