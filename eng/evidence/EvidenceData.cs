using System.IO.Compression;
using System.Text;

namespace VcrPortal.Evidence;

/// <summary>The public reference data on this machine: <c>VCR_DATA</c>, by default <c>../shared/data</c> beside the checkout.</summary>
public sealed record EvidenceData(string Folder)
{
    public string Tahoe(string file) => Path.Combine(Folder, "tahoe", file);

    /// <summary>The genes of a family of FamPlex, members of its members included.</summary>
    public IEnumerable<string> MembersOf(string family)
    {
        var rows = File.ReadLines(Path.Combine(Folder, "famplex", "relations.csv")).Select(line => line.Split(','))
            .Where(cells => cells is [_, _, "isa", "FPLX", _]).ToLookup(cells => cells[4]);
        var open = new Queue<string>([family]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var at))
            foreach (var member in rows[at])
                if (member[0] == "HGNC") yield return member[1];
                else if (seen.Add(member[1])) open.Enqueue(member[1]);
    }

    public string Evidence(string relative) => Path.Combine([Folder, "evidence", .. relative.Split('/')]);

    /// <summary>The lines of a gzip'd text of the evidence folder. Old Mac line ends are line ends too.</summary>
    public IEnumerable<string> Lines(string relative)
    {
        using var file = File.OpenRead(Evidence(relative));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8);
        while (text.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }

    /// <summary>The rows of a tab separated table, by the names in its first line.</summary>
    public IEnumerable<DataRow> Tabbed(string relative) => Table(relative, line => line.Split('\t').Select(Unquoted).ToArray());

    /// <summary>The rows of a comma separated table, by the names in its first line.</summary>
    public IEnumerable<DataRow> CommaSeparated(string relative) => Table(relative, line => [.. Cells(line)]);

    private IEnumerable<DataRow> Table(string relative, Func<string, string[]> cells)
    {
        string[]? header = null;
        foreach (var line in Lines(relative))
        {
            var row = cells(line);
            if (header is null) header = row;
            else if (row.Length == header.Length) yield return new(header, row);
            else throw new InvalidDataException($"{relative}: a row has {row.Length} cells, the header has {header.Length}: {line}");
        }
    }

    private static string Unquoted(string cell) =>
        cell is ['"', .. var inside, '"'] ? inside.Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static IEnumerable<string> Cells(string line)
    {
        var (cell, isQuoted) = (new StringBuilder(), false);
        foreach (var letter in line)
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter != ',' || isQuoted) cell.Append(letter);
            else
            {
                yield return cell.ToString();
                cell.Clear();
            }
        yield return cell.ToString();
    }
}

/// <summary>One row of the data, whose cells are asked for by name.</summary>
public sealed record DataRow(string[] Header, string[] Cells)
{
    public string this[string column] =>
        Array.IndexOf(Header, column) is >= 0 and var at ? Cells[at].Trim()
            : throw new InvalidDataException($"There is no column {column}.");
}
