using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace VcrPortal.Review;

/// <summary>A trace that was read by a person: a page of docs/review.</summary>
/// <param name="Hash">The hash of the revision that was read last.</param>
public sealed record ReviewPage(string File, string Compound, string Line, string Hash);

/// <summary>The pages of docs/review. Each begins with "# Compound in Line" and names the trace that was read: "Trace: `hash`".</summary>
public static partial class ReviewFolder
{
    /// <exception cref="FormatException">A page names no compound, line or trace.</exception>
    public static ImmutableArray<ReviewPage> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md").Where(f => Path.GetFileName(f) != "README.md").Order(StringComparer.Ordinal)
            .Select(ReadPage)];

    private static ReviewPage ReadPage(string path)
    {
        var text = File.ReadAllText(path);
        return (Title().Match(text), Trace().Match(text)) is ({ Success: true } title, { Success: true } trace)
            ? new(Path.GetFileName(path), title.Groups["compound"].Value, title.Groups["line"].Value.TrimEnd(), trace.Groups["hash"].Value)
            : throw new FormatException(
                $"{path} must begin with \u201c# Compound in Line\u201d and have a line \u201cTrace: `hash`\u201d.");
    }

    [GeneratedRegex(@"\A# (?<compound>.+?) in (?<line>[^\r\n]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^Trace: `(?<hash>[0-9a-f]{64})`", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Trace();
}
