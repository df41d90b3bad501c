using System.Collections.Immutable;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Generation.Knowledge;

/// <summary>
/// A tab separated table with a header line. Lines that start with <c>#</c> are comments, empty lines are skipped, and <c>|</c> parts the
/// items of a list.
/// </summary>
internal static class TsvTable
{
    public static IEnumerable<TsvRow> Read(string file, TextReader reader, params string[] columns)
    {
        string[]? header = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (header is null)
                header = Header(file, number, cells, columns);
            else if (cells.Length == header.Length)
                yield return new TsvRow(file, number, header, cells);
            else
                throw new PackFormatException(file, number, "row", $"has {cells.Length} cells, the header has {header.Length}");
        }
        if (header is null) throw new PackFormatException(file, Math.Max(number, 1), "row", "there is no header");
    }

    private static string[] Header(string file, int line, string[] found, string[] expected) =>
        found.SequenceEqual(expected) ? found
            : throw new PackFormatException(file, line, "row", $"the header must be: {string.Join(' ', expected)}");
}

/// <summary>One row, whose cells are asked for by column name.</summary>
internal sealed record TsvRow(string File, int Line, string[] Header, string[] Cells)
{
    /// <summary>The cell, without surrounding blanks; null when empty.</summary>
    public string? Optional(string column)
    {
        var cell = Cells[Array.IndexOf(Header, column)].Trim();
        return cell.Length == 0 ? null : cell;
    }

    public string Required(string column) => Optional(column) ?? throw Wrong(column, "must not be empty");

    public ImmutableArray<string> List(string column)
    {
        if (Optional(column) is not { } cell) return [];
        var items = cell.Split('|', StringSplitOptions.TrimEntries);
        return items.All(item => item.Length > 0) ? [.. items] : throw Wrong(column, "has an empty item");
    }

    public T Enum<T>(string column) where T : struct, Enum =>
        System.Enum.TryParse<T>(Required(column), out var value) && System.Enum.IsDefined(value) ? value
            : throw Wrong(column, $"'{Required(column)}' is none of {string.Join(", ", System.Enum.GetNames<T>())}");

    public Curie? OptionalCurie(string column) =>
        Optional(column) is not { } cell ? null : Curie.TryParse(cell) ?? throw Wrong(column, $"'{cell}' is not of the form NAMESPACE:ID");

    public PackFormatException Wrong(string column, string problem) => new(File, Line, column, problem);
}
