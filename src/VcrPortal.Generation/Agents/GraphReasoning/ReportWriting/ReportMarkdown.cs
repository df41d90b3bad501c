using System.Text;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>Puts text into Markdown. Everything that could be markup is escaped: names come from records and sources, and are
/// quotations.</summary>
internal static class ReportMarkdown
{
    private const string Markup = @"\`*_{}[]<>#|!~";

    /// <summary>"A, B and C", each escaped.</summary>
    public static string List(IEnumerable<string> items) => Join([.. items.Select(Escape)]);

    /// <summary>"A, B and C", as they are.</summary>
    public static string Join(List<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items[..^1]) + " and " + items[^1],
    };

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Markup.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }
        return escaped.ToString();
    }
}
