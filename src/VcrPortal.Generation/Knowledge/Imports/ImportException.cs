using System.Globalization;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>A file that cannot be imported. The message names the file, the place in it and the way out; nothing of the import takes
/// effect.</summary>
/// <param name="place">"line 12", "record 3 of WP4685.gpml"; null where the file as a whole is wrong.</param>
public sealed class ImportException(string file, string? place, string problem, Exception? inner = null)
    : FormatException(place is null ? $"{file}: {problem}" : $"{file}, {place}: {problem}", inner)
{
    public string File { get; } = file;

    public string? Place { get; } = place;

    public static ImportException AtLine(string file, long line, string problem) =>
        new(file, $"line {line.ToString(CultureInfo.InvariantCulture)}", problem);
}
