using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace VcrPortal.Web.Ui.Markdown;

/// <summary>A person who is called: <c>@ana</c>, <c>@reviewers</c>.</summary>
internal sealed class MentionInline(string name) : LeafInline
{
    public string Name { get; } = name;
}

/// <summary>Reads an @ at the beginning of a word, and the characters that names are made of; a dot at the end ends the sentence, not the
/// name.</summary>
internal sealed class MentionParser : InlineParser
{
    private const int LeastCharacters = 2, MostCharacters = 40;

    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsLetterOrDigit(before) || before is '@' or '/' or '.' or '_' or '-') return false;
        var length = 0;
        while (length <= MostCharacters && IsOfName(slice.PeekChar(length + 1))) length++;
        while (length > 0 && slice.PeekChar(length) is '.' or '-') length--;
        if (length is < LeastCharacters or > MostCharacters) return false;
        processor.Inline = new MentionInline(slice.Text.Substring(slice.Start + 1, length));
        slice.Start += length + 1;
        return true;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}

/// <param name="people">Names that somebody has; others are words.</param>
internal sealed class MentionRenderer(IReadOnlySet<string> people) : HtmlObjectRenderer<MentionInline>
{
    protected override void Write(HtmlRenderer renderer, MentionInline mention)
    {
        if (!people.Contains(mention.Name)) renderer.Write('@').WriteEscape(mention.Name);
        else renderer.Write("<a class=\"mention\" href=\"").WriteEscapeUrl(PortalUrls.Person(mention.Name)).Write("\">@")
            .WriteEscape(mention.Name).Write("</a>");
    }
}
