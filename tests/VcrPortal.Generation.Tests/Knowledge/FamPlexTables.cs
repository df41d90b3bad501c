using VcrPortal.Generation.Knowledge;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>FamPlex as it is published: relations and the grounding map.</summary>
internal static class FamPlexTables
{
    private static readonly Lazy<ILookup<string, (string Namespace, string Id, string Relation)>> Relations = new(() =>
        Lines("relations.csv").Where(c => c[3] == "FPLX").ToLookup(c => c[4], c => (c[0], c[1], c[2])));

    private static readonly Lazy<List<(string Text, string Grounding)>> AllGroundings = new(() =>
        [.. from cells in Lines("grounding_map.csv")
            from i in new[] { 1, 3, 5 }
            where i + 1 < cells.Length && cells[i].Length > 0
            select (cells[0], $"{cells[i]}:{cells[i + 1]}")]);

    /// <summary>Texts and what they are grounded to: <c>FPLX:MEK</c>, <c>HGNC:RELA</c>, <c>UP:P04637</c>.</summary>
    public static List<(string Text, string Grounding)> Groundings => AllGroundings.Value;

    /// <summary>The gene symbols below an entity, through all levels.</summary>
    public static HashSet<string> Members(string entity)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (space, id, _) in Relations.Value[entity])
            if (space == "HGNC") members.Add(id);
            else if (space == "FPLX") members.UnionWith(Members(id));
        return members;
    }

    public static GroupKind KindOf(string entity) =>
        Relations.Value[entity].Any(r => r.Relation == "partof") ? GroupKind.Complex : GroupKind.Family;

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(ReferenceData.File(Path.Combine("famplex", file))).Where(l => l.Length > 0).Select(Cells);

    /// <summary>One line of CSV; quotes may hold commas, and no cell of FamPlex that matters holds a line break.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var letter in line)
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(letter);
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
