using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>Reads one file of the pack: comment lines that hold its header, a line of column names, rows.</summary>
internal static class PackReader
{
    /// <exception cref="PackUnreadableException">Missing, cut off, damaged, or newer than the program.</exception>
    public static (PackHeader Header, ImmutableArray<T> Rows) Read<T>(
        string file, Func<string, Stream?> open, string[] columns, Func<PackRow, T> read)
    {
        try
        {
            using var stream = open(file) ?? throw new PackUnreadableException($"{file} is missing.");
            var isPacked = file.EndsWith(".gz", StringComparison.Ordinal);
            using Stream plain = isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            using var text = new StreamReader(plain);
            return Read(file, text, columns, read);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            throw new PackUnreadableException($"{file} is damaged: {failure.Message}");
        }
    }

    private static (PackHeader, ImmutableArray<T>) Read<T>(string file, TextReader text, string[] columns, Func<PackRow, T> read)
    {
        var (header, names, line) = ReadHead(file, text);
        if (!names.AsSpan(0, Math.Min(columns.Length, names.Length)).SequenceEqual(columns))
            throw Damaged(file, $"its columns must begin with {string.Join(", ", columns)}");
        var rows = ImmutableArray.CreateBuilder<T>(header.Rows);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        while (text.ReadLine() is { } row)
        {
            line++;
            var cells = row.Split('\t');
            if (cells.Length != names.Length)
                throw Damaged(file, $"line {line} has {cells.Length} cells, and there are {names.Length} columns");
            for (var i = 0; i < cells.Length; i++) cells[i] = Shared(seen, cells[i]);
            rows.Add(read(new(file, line, names, cells)));
        }
        return rows.Count == header.Rows ? (header, rows.ToImmutable())
            : throw Damaged(file, $"it holds {rows.Count} of {header.Rows} rows");
    }

    /// <summary>The header, the names of the columns, and the number of the line that has them.</summary>
    private static (PackHeader, ImmutableArray<string>, int) ReadHead(string file, TextReader text)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (!line.StartsWith('#')) return (Header(file, said), [.. line.Split('\t')], number);
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
                said.TryAdd(line[1..colon].Trim(), line[(colon + 2)..].Trim());
        }
        throw Damaged(file, "it ends before its first row");
    }

    private static PackHeader Header(string file, Dictionary<string, string> said)
    {
        var format = Whole("format");
        if (format > PackHeader.NewestFormat)
            throw new PackUnreadableException(
                $"{file} is newer than this program: it has format {format}, and formats up to {PackHeader.NewestFormat} are read.");
        return new(
            file, format, Text("source"), Text("version"), Text("licence"), Text("attribution"), Text("url"), Text("made by"),
            Text("taken"), Whole("rows"));

        string Text(string key) => said.GetValueOrDefault(key) ?? throw Damaged(file, $"its header does not say its {key}");

        int Whole(string key) =>
            int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Damaged(file, $"its {key} is no number");
    }

    private static PackUnreadableException Damaged(string file, string how) => new($"{file} is damaged: {how}.");

    /// <summary>Equal cells are one text in memory: a table repeats its genes and its papers.</summary>
    private static string Shared(Dictionary<string, string> seen, string cell)
    {
        if (seen.TryGetValue(cell, out var same)) return same;
        seen.Add(cell, cell);
        return cell;
    }
}
