using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Ui.Markdown;

/// <summary>
/// Markdown of anybody to HTML that may stand in a page: HTML in it is text, links lead to http(s) and mailto only, images become their
/// words, <c>[3]</c> leads to evidence 3 and <c>[n5]</c> to claim n5. This output is the only markup that is
/// not written by Razor.
/// </summary>
public static partial class MarkdownText
{
    private const string LinkRelations = "nofollow ugc noopener";
    /// <summary>Headings in a report start below the page's own.</summary>
    private const int TopHeading = 3;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private static readonly IReadOnlySet<string> Nobody = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>Names that are called with an @, each once, at most <see cref="MostMentions"/>; what stands in code is none.</summary>
    public static IReadOnlyList<string> MentionsIn(string markdown)
    {
        if (!markdown.Contains('@', StringComparison.Ordinal)) return [];
        try
        {
            return [.. Markdig.Markdown.Parse(markdown, Pipeline).Descendants<MentionInline>().Select(m => m.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostMentions)];
        }
        catch (ArgumentException) { return []; } // nested too deep: see below
    }

    /// <summary>People whom one text can call.</summary>
    public const int MostMentions = 20;

    /// <param name="page">The address of the page, put before fragments: see <see cref="ClaimNames.Href"/>.</param>
    /// <param name="people">Names that somebody has: <c>@ana</c> leads to her page.</param>
    public static string ToHtml(string markdown, string page = "", IReadOnlySet<string>? people = null)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses text that is nested more than 128 deep.
            return "<p>" + System.Text.Encodings.Web.HtmlEncoder.Default.Encode(markdown) + "</p>";
        }
        MakeSafe(document);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new ReferenceRenderer(page));
        renderer.ObjectRenderers.Insert(0, new MentionRenderer(people ?? Nobody));
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>What a reader sees of a piece of Markdown, as plain text.</summary>
    public static string WordsOf(string markdown) => ReportText.From(ToHtml(markdown)).Text.Trim();

    /// <summary>The same of a sentence that is quoted: without the numbers of its evidence, with the ids of its claims as words.</summary>
    public static string QuoteOf(string sentence) => WordsOf(Claims().Replace(Evidence().Replace(sentence, ""), "$1"));

    [GeneratedRegex(@"\s*\[\d{1,5}(?:\s*[,;]\s*\d{1,5})*\](?![(:])")]
    private static partial Regex Evidence();

    [GeneratedRegex(@"\[(n\d{1,5}(?:\s*[,;]\s*n?\d{1,5})*)\](?![(:])")]
    private static partial Regex Claims();

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables();
        builder.InlineParsers.Insert(0, new ReferenceParser());
        builder.InlineParsers.Insert(0, new MentionParser());
        return builder.Build();
    }

    private static void MakeSafe(MarkdownDocument document)
    {
        PlaceHeadings(document);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!link.IsImage && IsAllowed(link.Url)) link.GetAttributes().AddProperty("rel", LinkRelations);
            else Unwrap(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || IsAllowed(link.Url)) link.GetAttributes().AddProperty("rel", LinkRelations);
            else link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    /// <summary>The shallowest heading stands right below the page's own, and none skips a level on the way down.</summary>
    private static void PlaceHeadings(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shallowest = headings.Select(h => h.Level).DefaultIfEmpty(1).Min();
        var above = TopHeading - 1;
        foreach (var heading in headings)
            above = heading.Level = Math.Min(Math.Min(6, above + 1), TopHeading + heading.Level - shallowest);
    }

    /// <summary>Leaves the words of a link or image in its place.</summary>
    private static void Unwrap(LinkInline link)
    {
        var words = new ContainerInline();
        link.ReplaceBy(words, copyChildren: true);
    }

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
}
