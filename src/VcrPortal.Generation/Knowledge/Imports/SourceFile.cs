using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>A file that is imported.</summary>
/// <param name="Name">As it was called when it was given, for messages and for its date.</param>
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

    public StreamReader OpenText() =>
        new(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan), bufferSize: 1 << 16);

    [GeneratedRegex(
        @"(?<!\d)(?<y>20\d\d)-?(?<m>0[1-9]|1[0-2])-?(?<d>[0-3]\d)(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex DateInName();
}
