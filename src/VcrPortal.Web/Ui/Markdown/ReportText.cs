using System.Net;
using System.Text;

namespace VcrPortal.Web.Ui.Markdown;

/// <summary>
/// The text of a piece of our own markup, as a browser counts it (<c>textContent</c>), with the way back from a place in the text to its
/// place in the markup. Only what <see cref="MarkdownText.ToHtml"/> writes is read here: tags with double quotes, and every ampersand
/// begins a character reference.
/// </summary>
public sealed class ReportText
{
    private readonly string _html;
    private readonly List<Piece> _pieces;

    private ReportText(string html, List<Piece> pieces, string text) => (_html, _pieces, Text) = (html, pieces, text);

    /// <summary>Without markup.</summary>
    public string Text { get; }

    public static ReportText From(string html)
    {
        html = html.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'); // as a browser reads it
        var (pieces, text) = (new List<Piece>(), new StringBuilder(html.Length));
        for (var at = 0; at < html.Length;)
        {
            var (end, isTag) = html[at] == '<' ? (TagEnd(html, at), true) : (PieceEnd(html, at), false);
            var words = isTag ? "" : html[at] == '&' ? Character(html[at..end]) : html[at..end];
            pieces.Add(new(at, end, text.Length, words.Length, isTag));
            text.Append(words);
            at = end;
        }
        return new(html, pieces, text.ToString());
    }

    /// <summary>The markup with marks round the text between these places.</summary>
    /// <param name="spans">In UTF-16 units of <see cref="Text"/>; they may overlap. What a span has for a sign stands before its first
    /// word, outside of any link.</param>
    public string Mark(IReadOnlyList<MarkedSpan> spans)
    {
        if (spans.Count == 0) return _html;
        var writer = new MarkWriter(_html, spans);
        foreach (var piece in _pieces)
        {
            if (piece.IsTag) writer.Tag(_html.AsSpan(piece.Start, piece.End - piece.Start));
            else if (piece.Length == 1 || piece.End - piece.Start != piece.Length)
                writer.Text(piece.Start, piece.End, piece.At, piece.Length);
            else WriteCut(writer, piece, spans);
        }
        return writer.ToString();
    }

    /// <summary>A run of plain text, cut where a mark begins or ends.</summary>
    private static void WriteCut(MarkWriter writer, Piece piece, IReadOnlyList<MarkedSpan> spans)
    {
        var cuts = spans.SelectMany(s => new[] { s.Start, s.End }).Where(c => c > piece.At && c < piece.At + piece.Length)
            .Append(piece.At + piece.Length).Distinct().Order();
        var from = piece.At;
        foreach (var to in cuts)
        {
            writer.Text(piece.Start + from - piece.At, piece.Start + to - piece.At, from, to - from);
            from = to;
        }
    }

    private static int TagEnd(string html, int at)
    {
        var isQuoted = false;
        for (var i = at; i < html.Length; i++)
        {
            if (html[i] == '"') isQuoted = !isQuoted;
            else if (html[i] == '>' && !isQuoted) return i + 1;
        }
        return html.Length;
    }

    private static int PieceEnd(string html, int at)
    {
        if (html[at] == '&' && html.IndexOf(';', at, Math.Min(html.Length - at, 12)) is > 0 and var end) return end + 1;
        var next = html.AsSpan(at + 1).IndexOfAny('<', '&');
        return next < 0 ? html.Length : at + 1 + next;
    }

    private static string Character(string reference) =>
        WebUtility.HtmlDecode(reference) is var read && read == "\0" ? "\uFFFD" : read;

    /// <param name="At">Where its words begin in the text.</param>
    private readonly record struct Piece(int Start, int End, int At, int Length, bool IsTag);
}

/// <summary>A part of a text that is to be marked.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="CssClass">The class of the mark, a word that we wrote.</param>
/// <param name="Sign">Markup that we wrote, without text in it, so that counting stays as it is.</param>
public sealed record MarkedSpan(int Start, int End, string CssClass, string Sign);

/// <summary>Writes markup again, with marks in it.</summary>
internal sealed class MarkWriter(string html, IReadOnlyList<MarkedSpan> spans)
{
    private readonly StringBuilder _out = new(html.Length + 200 * spans.Count);
    private readonly HashSet<MarkedSpan> _signed = [];
    // Where the link that is open began in what was written; a link must not stand in a link.
    private int _link = -1;

    public void Tag(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith("<a ")) _link = _out.Length;
        else if (tag.StartsWith("</a")) _link = -1;
        _out.Append(tag);
    }

    public void Text(int start, int end, int at, int length)
    {
        var words = html.AsSpan(start, end - start);
        var here = spans.Where(s => s.Start < at + length && s.End > at).ToList();
        // White space between the rows of a table must stay bare, and nobody sees a mark on it.
        if (here.Count == 0 || words.IsWhiteSpace())
        {
            _out.Append(words);
            return;
        }
        foreach (var span in here.Where(_signed.Add)) Sign(span.Sign);
        _out.Append("<mark class=\"passage ").AppendJoin(' ', here.Select(s => s.CssClass).Distinct()).Append("\">").Append(words)
            .Append("</mark>");
    }

    private void Sign(string sign)
    {
        if (_link < 0) _out.Append(sign);
        else
        {
            _out.Insert(_link, sign);
            _link += sign.Length;
        }
    }

    public override string ToString() => _out.ToString();
}
