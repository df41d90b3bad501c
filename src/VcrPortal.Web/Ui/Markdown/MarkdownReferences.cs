using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace VcrPortal.Web.Ui.Markdown;

/// <summary>One or more references in one pair of brackets: <c>[3]</c>, <c>[1, 2]</c>, <c>[n5]</c>.</summary>
internal sealed class ReferenceInline(IReadOnlyList<string> targets) : LeafInline
{
    /// <summary>Digits for evidence; <c>n</c> and digits for a claim.</summary>
    public IReadOnlyList<string> Targets { get; } = targets;
}

/// <summary>Reads references before links are looked for; what is followed by <c>(</c> or <c>:</c> is left to them.</summary>
internal sealed class ReferenceParser : InlineParser
{
    /// <summary>Longer brackets are not references.</summary>
    private const int MostCharacters = 60;

    public ReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = LengthOf(slice);
        if (length == 0 || slice.PeekChar(length) is '(' or ':') return false;
        var inside = slice.Text.Substring(slice.Start + 1, length - 2);
        var targets = inside.Split([',', ';'], StringSplitOptions.TrimEntries);
        if (!targets.All(IsReference)) return false;
        processor.Inline = new ReferenceInline(targets);
        slice.Start += length;
        return true;
    }

    /// <summary>The length from bracket to bracket, both included; 0 when there is no closing one near by.</summary>
    private static int LengthOf(StringSlice slice)
    {
        var end = Math.Min(slice.End, slice.Start + MostCharacters);
        for (var at = slice.Start + 1; at <= end; at++)
        {
            if (slice.Text[at] == ']') return at - slice.Start + 1;
            if (slice.Text[at] is '[' or '\n') return 0;
        }
        return 0;
    }

    private static bool IsReference(string text)
    {
        var digits = text.AsSpan(text.StartsWith('n') ? 1 : 0);
        return digits.Length is > 0 and <= 5 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}

/// <summary>Writes references as chips that lead to the evidence or the claim on the same page.</summary>
internal sealed class ReferenceRenderer(string page) : HtmlObjectRenderer<ReferenceInline>
{
    protected override void Write(HtmlRenderer renderer, ReferenceInline reference)
    {
        foreach (var target in reference.Targets)
        {
            var isClaim = target.StartsWith('n');
            renderer.Write("<a class=\"").Write(isClaim ? "claimref" : "cite").Write("\" href=\"").WriteEscapeUrl(page)
                .Write(isClaim ? "#" : "#ev-").Write(target);
            renderer.Write(isClaim ? "\" aria-label=\"Claim " : "\" aria-label=\"Evidence ").Write(target).Write("\">").Write(target)
                .Write("</a>");
        }
    }
}
