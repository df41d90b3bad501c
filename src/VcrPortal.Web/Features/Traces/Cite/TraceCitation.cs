using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Cite;

/// <summary>One revision of a trace as others cite it.</summary>
/// <param name="Address">The absolute address of the frozen revision.</param>
/// <param name="Hash">SHA-256 of the revision's text.</param>
public sealed record TraceCitation(string Accession, int Revision, string Title, string Engine, DateTime At, string Address, string Hash)
{
    private const string Publisher = "VcrPortal";

    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static TraceCitation From(TraceView trace, string root)
    {
        var revision = trace.Revisions.First(r => r.Revision == trace.Revision);
        return new(PortalUrls.Accession(trace.Number), trace.Revision, trace.Title, trace.Engine, revision.At,
            root + PortalUrls.Trace(trace.Number, trace.Revision), revision.Hash);
    }

    private string Key => string.Create(CultureInfo.InvariantCulture, $"{Accession}r{Revision}");
    private string FullTitle => $"{Title} ({Accession}, revision {Revision.ToString(CultureInfo.InvariantCulture)})";
    private string Day => At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One sentence for a list of references.</summary>
    public string Plain => $"{Engine}. {FullTitle}. {Publisher}, {Day}. {Address}";

    public string BibTeX => $$$"""
        @misc{{{{Key}}},
          title = {{{{TeX(FullTitle)}}}},
          author = {{{{{TeX(Engine)}}}}},
          year = {{{{At.Year}}}},
          month = {{{{At.Month}}}},
          publisher = {{{{Publisher}}}},
          url = {{{{Address}}}},
          note = {SHA-256 {{{Hash}}}}
        }

        """;

    public string Ris => string.Join("\r\n",
        "TY  - DATA", $"ID  - {Key}", $"TI  - {OneLine(FullTitle)}", $"AU  - {OneLine(Engine)}", $"PB  - {Publisher}",
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
                author = new[] { new { literal = Engine } },
                publisher = Publisher,
                URL = Address,
                version = Revision.ToString(CultureInfo.InvariantCulture),
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
public sealed record CitationFormat(string Extension, string Name, string MediaType, Func<TraceCitation, string> Write)
{
    public static ImmutableArray<CitationFormat> All { get; } =
    [
        new("bib", "BibTeX", "application/x-bibtex", c => c.BibTeX),
        new("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", c => c.CslJson),
        new("ris", "RIS", "application/x-research-info-systems", c => c.Ris),
        new("txt", "Plain", "text/plain", c => c.Plain + "\n"),
    ];
}
