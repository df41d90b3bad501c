using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>A member belongs to a family (isa) or is a part of a complex (partof).</summary>
public readonly record struct FamPlexRelation(
    long Line, string MemberSpace, string Member, string Relation, string GroupSpace, string Group);

/// <summary>A text and one thing that it stands for.</summary>
public readonly record struct FamPlexName(long Line, string Text, string Space, string Id);

/// <summary>FamPlex's families and complexes, from its CSV files without header: relations, entities, grounding map.</summary>
public static class FamPlexImport
{
    private const string Space = "FPLX";

    public static IEnumerable<FamPlexRelation> ReadRelations(string file, TextReader text)
    {
        using var rows = DelimitedReader.WithoutHeader(file, text, ',', "namespace", "member", "relation", "namespace", "group");
        while (rows.Read())
            yield return rows.Text(2) is "isa" or "partof"
                ? new(rows.Line, rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4))
                : throw rows.Wrong($"the relation is \u201c{rows.Text(2)}\u201d; it is isa or partof.");
    }

    public static IEnumerable<FamPlexName> ReadNames(string file, TextReader text)
    {
        using var rows =
            DelimitedReader.WithoutHeader(file, text, ',', "text", "namespace 1", "id 1", "namespace 2", "id 2", "namespace 3", "id 3");
        while (rows.Read())
            for (var i = 1; i < 7; i += 2)
                if (!rows.Span(i).IsEmpty) yield return new(rows.Line, rows.Text(0), rows.Text(i), rows.Text(i + 1));
    }

    public static void AddRelations(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        AddDataset(draft, file);
        var all = ReadRelations(file.Name, file.OpenText(counts)).Where(r => Keep(r, counts)).ToList();
        var complexes = all.Where(r => r.Relation == "partof").Select(r => r.Group).ToHashSet(StringComparer.Ordinal);
        var above = new CycleGuard<string>();
        foreach (var row in all)
        {
            ct.ThrowIfCancellationRequested();
            var memberIsGroup = row.MemberSpace == Space;
            if (memberIsGroup && !above.TryAdd(row.Member, row.Group))
            {
                counts.Drop("the group would be its own member", row.Line, $"{row.Member} {row.Relation} {row.Group}");
                continue;
            }
            var member = memberIsGroup ? Group(draft, row.Member, complexes.Contains(row.Member))
                : draft.Entity(EntityKind.Gene, row.Member);
            draft.Edge(member, Group(draft, row.Group, complexes.Contains(row.Group)),
                new Statement(KnowledgeDataset.FamPlex, row.Relation == "isa" ? EdgeKind.IsA : EdgeKind.PartOf, 0, "relations"));
            counts.Take("memberships");
        }
    }

    /// <summary>Entities that have no member; those of the relations are there already.</summary>
    public static void AddEntities(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        AddDataset(draft, file);
        using var rows = DelimitedReader.WithoutHeader(file.Name, file.OpenText(counts), ',', "id");
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (Find(draft, rows.Text(0)) is null) Group(draft, rows.Text(0), isComplex: false);
            counts.Take("families and complexes");
        }
    }

    public static void AddNames(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        AddDataset(draft, file);
        foreach (var name in ReadNames(file.Name, file.OpenText(counts)))
        {
            ct.ThrowIfCancellationRequested();
            var entity = name.Space switch { Space => Find(draft, name.Id), "HGNC" => draft.Find(EntityKind.Gene, name.Id), _ => null };
            if (entity is null)
            {
                counts.Drop(
                    name.Space is Space or "HGNC" ? "a name for something that is not there" : $"a name for an id of {name.Space}",
                    name.Line, $"{name.Text} {name.Space}:{name.Id}");
                continue;
            }
            draft.Synonym(entity.Value, name.Text);
            counts.Take("names");
        }
    }

    private static void AddDataset(KnowledgeDraft draft, SourceFile file) =>
        draft.Add(new(KnowledgeDataset.FamPlex, file.Version, "CC0-1.0", "https://github.com/sorgerlab/famplex"));

    private static bool Keep(in FamPlexRelation row, ImportCounts counts)
    {
        if (row is { GroupSpace: Space, MemberSpace: Space or "HGNC" }) return true;
        counts.Drop(
            "an end that is neither gene symbol nor FamPlex id", row.Line,
            $"{row.MemberSpace}:{row.Member} {row.Relation} {row.GroupSpace}:{row.Group}");
        return false;
    }

    private static int Group(KnowledgeDraft draft, string id, bool isComplex) =>
        Find(draft, id)
            ?? draft.Entity(isComplex ? EntityKind.Complex : EntityKind.Family, $"FPLX:{id}", id.Replace('_', ' '), $"FPLX:{id}");

    private static int? Find(KnowledgeDraft draft, string id) =>
        draft.Find(EntityKind.Complex, $"FPLX:{id}") ?? draft.Find(EntityKind.Family, $"FPLX:{id}");
}
