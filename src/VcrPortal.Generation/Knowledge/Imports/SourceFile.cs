using System.Security.Cryptography;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Inputs;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>A file that is imported.</summary>
/// <param name="Name">What it was called when it was given, for messages and for its date.</param>
/// <param name="Path">Where it lies now.</param>
/// <param name="Hash">SHA-256 of its bytes, in hex.</param>
public sealed partial record SourceFile(string Name, string Path, string Hash)
{
    /// <summary>The date in its name, else the first twelve digits of its hash.</summary>
    public string Version => DateInName().Match(Name) is { Success: true } date
        ? $"{date.Groups["y"].Value}-{date.Groups["m"].Value}-{date.Groups["d"].Value}" : Hash[..Math.Min(12, Hash.Length)];

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<SourceFile> ReadAsync(string path, CancellationToken ct)
    {
        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return new(System.IO.Path.GetFileName(path), path, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)));
    }

    /// <summary>Without the ending of gzip: <c>kg.csv</c> of <c>kg.csv.gz</c>.</summary>
    public string PlainName => PlainNameOf(Name);

    internal static string PlainNameOf(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^".gz".Length] : name;

    /// <summary>The text, whatever its encoding; what was guessed is a warning.</summary>
    /// <exception cref="UnreadableInputException">It cannot be read without damage.</exception>
    public TextReader OpenText(ImportCounts counts) => Examine(counts).Read();

    /// <summary>The whole text.</summary>
    /// <exception cref="UnreadableInputException">It cannot be read without damage, or is larger than
    /// <see cref="InputText.LargestWhole"/>.</exception>
    public ReadOnlyMemory<byte> Utf8(ImportCounts counts, CancellationToken ct) => Examine(counts).Utf8(ct);

    private InputText Examine(ImportCounts counts)
    {
        var text = InputText.Open(Path, CancellationToken.None);
        if (text.Note is { } guess) counts.Warn($"The file {guess}");
        return text;
    }

    [GeneratedRegex(
        @"(?<!\d)(?<y>20\d\d)-?(?<m>0[1-9]|1[0-2])-?(?<d>[0-3]\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DateInName();
}
