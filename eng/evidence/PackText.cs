using System.Globalization;
using System.IO.Compression;
using System.Text;
using VcrPortal.Generation.IndependentEvidence;

namespace VcrPortal.Evidence;

/// <summary>Where a file of the pack comes from, as its header says it.</summary>
/// <param name="Taken">Which rows were taken, and how a column is to be read: one sentence or two.</param>
public sealed record PackOrigin(string Source, string Version, string Licence, string Attribution, string Url, string Taken);

/// <summary>One file of the pack: what stands in it, before it is compressed.</summary>
/// <param name="Name">Below the pack's folder: <c>ShareAlike/chembl-mechanisms.tsv.gz</c>.</param>
public sealed record PackText(string Name, string Text, int Rows)
{
    /// <summary>The header, the names of the columns, and the rows in a fixed order, each once.</summary>
    public static PackText From(string name, string maker, PackOrigin origin, string[] columns, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(cells => string.Join('\t', cells)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (lines.Find(line => line.Count(letter => letter == '\t') != columns.Length - 1) is { } wrong)
            throw new InvalidDataException($"{name}: a row does not fit its columns: {wrong}");
        var text = new StringBuilder()
            .Append("# Facts of an independent source, for verification only. The engine never reads this file.\n")
            .Append(CultureInfo.InvariantCulture,
                $"# format: {PackHeader.NewestFormat}\n# source: {origin.Source}\n# version: {origin.Version}\n")
            .Append(CultureInfo.InvariantCulture, $"# licence: {origin.Licence}\n")
            .Append(CultureInfo.InvariantCulture,
                $"# attribution: {origin.Attribution}\n# url: {origin.Url}\n# made by: eng/evidence, {maker}\n")
            .Append(CultureInfo.InvariantCulture, $"# taken: {origin.Taken}\n# rows: {lines.Count}\n")
            .AppendJoin('\t', columns).Append('\n');
        foreach (var line in lines) text.Append(line).Append('\n');
        return new(name, text.ToString(), lines.Count);
    }

    /// <summary>The bytes as they are kept. No time and no name go into a gzip header of .NET, so equal text gives equal bytes on one
    /// machine.</summary>
    public byte[] Bytes()
    {
        var utf8 = Encoding.UTF8.GetBytes(Text);
        if (!Name.EndsWith(".gz", StringComparison.Ordinal)) return utf8;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(utf8);
        return packed.ToArray();
    }

    /// <summary>The text of a file of the pack.</summary>
    public static string Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(plain);
        return text.ReadToEnd();
    }
}
