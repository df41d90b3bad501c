using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VcrPortal.Web.Features.Traces.Cite;

/// <summary>Something here that never changes, as others cite it.</summary>
/// <param name="Key">The key by which a list of references calls it.</param>
/// <param name="FullTitle">With its accession and revision.</param>
/// <param name="Address">Absolute.</param>
/// <param name="Hash">SHA-256 of what stands there.</param>
public sealed record Citation(string Key, string FullTitle, string Author, int Version, DateTime At, string Address, string Hash)
{
    private const string Publisher = "VcrPortal";

    private string Day => At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One sentence for a list of references.</summary>
    public string Plain => $"{Author}. {FullTitle}. {Publisher}, {Day}. {Address}";

    public string BibTeX => $$$"""
        @misc{{{{Key}}},
          title = {{{{TeX(FullTitle)}}}},
          author = {{{{{TeX(Author)}}}}},
          year = {{{{At.Year}}}},
          month = {{{{At.Month}}}},
          publisher = {{{{Publisher}}}},
          url = {{{{Address}}}},
          note = {SHA-256 {{{Hash}}}}
        }

        """;

    public string Ris => string.Join("\r\n",
        "TY  - DATA", $"ID  - {Key}", $"TI  - {OneLine(FullTitle)}", $"AU  - {OneLine(Author)}", $"PB  - {Publisher}",
        $"PY  - {At.Year}", $"DA  - {At:yyyy/MM/dd}", $"UR  - {Address}", $"N1  - SHA-256 {Hash}", "ER  - ", "");

    /// <summary>CSL-JSON, a list of one item.</summary>
    public string CslJson => JsonSerializer.Serialize(
        new[]
        {
            new
            {
                id = Key,
                type = "dataset",
                title = FullTitle,
                author = new[] { new { literal = Author } },
                publisher = Publisher,
                URL = Address,
                version = Version.ToString(CultureInfo.InvariantCulture),
                issued = new Dictionary<string, int[][]> { ["date-parts"] = [[At.Year, At.Month, At.Day]] },
                note = $"SHA-256 {Hash}",
            },
        }, Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What TeX would read as its own; titles hold what people typed.</summary>
    private static string TeX(string text)
    {
        var safe = new StringBuilder();
        foreach (var letter in OneLine(text))
            safe.Append(letter switch
            {
                '\\' => @"\textbackslash ",
                '~' => @"\textasciitilde ",
                '^' => @"\textasciicircum ",
                '{' or '}' or '%' or '&' or '$' or '#' or '_' => $@"\{letter}",
                _ => letter.ToString(),
            });
        return safe.ToString();
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}

/// <summary>The forms of a citation that can be taken away as a file.</summary>
public sealed record CitationFormat(string Extension, string Name, string MediaType, Func<Citation, string> Write)
{
    public static ImmutableArray<CitationFormat> All { get; } =
    [
        new("bib", "BibTeX", "application/x-bibtex", c => c.BibTeX),
        new("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", c => c.CslJson),
        new("ris", "RIS", "application/x-research-info-systems", c => c.Ris),
        new("txt", "Plain", "text/plain", c => c.Plain + "\n"),
    ];
}
