using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Exports;

/// <summary>A Mermaid flow chart, for documents and issues. Everything but letters, digits and plain punctuation is written as an
/// entity.</summary>
public static class MermaidExport
{
    // A longer label makes a box that no page shows whole; the text form has it all.
    private const int LongestLabel = 120;

    private static readonly (string Word, string Class, string Style)[] Classes =
    [
        ("supported", "supported", "stroke:#1a7f37,stroke-width:2px"),
        ("refuted", "refuted", "stroke:#b3261e,stroke-width:3px"),
        ("disputed", "disputed", "stroke:#8a5a00,stroke-width:2px,stroke-dasharray:8 2"),
        ("dependent", "dependent", "stroke-dasharray:2 2"),
        ("undetermined", "undetermined", "stroke-dasharray:4 3"),
        ("not testable", "nottestable", "stroke-dasharray:1 3"),
        ("same source", "samesource", "stroke-dasharray:8 3"),
    ];

    public static string Write(ActionGraph graph, ImmutableArray<Verdict> verdicts = default)
    {
        var exported = ExportedGraph.From(graph, verdicts);
        var text = new StringBuilder("flowchart TD\n");
        foreach (var node in exported.Nodes) text.Append("  ").Append(Key(node)).Append("[\"").Append(Label(node)).Append("\"]\n");
        foreach (var edge in exported.Edges)
            text.Append("  ").Append(Key(edge.Source)).Append(edge.Relation == "causal" ? " --> " : " -.-> ").Append(Key(edge.Target))
                .Append('\n');
        foreach (var (word, name, style) in Classes) AppendClass(text, exported, word, name, style);
        return text.ToString();
    }

    private static void AppendClass(StringBuilder text, ExportedGraph graph, string word, string name, string style)
    {
        var judged = graph.Nodes.Where(n => n.Judgement?.Word == word).Select(Key).ToList();
        if (judged.Count == 0) return;
        text.Append("  classDef ").Append(name).Append(' ').Append(style).Append('\n');
        text.Append("  class ").AppendJoin(',', judged).Append(' ').Append(name).Append('\n');
    }

    private static string Key(ExportedNode node) => "a" + node.Number.ToString(CultureInfo.InvariantCulture);

    // The primitive stands first: a label that begins with an author's "1." would be taken for a list.
    private static string Label(ExportedNode node)
    {
        var label = ExportedText.OnOneLine(node.Label);
        var text = new StringBuilder();
        var count = 0;
        foreach (var rune in label.EnumerateRunes())
        {
            if (++count > LongestLabel) return text.Append('…').ToString();
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or ',' or '.' or ':' or '-' or '_' or '(' or ')' or '+') text.Append(
                rune.ToString());
            else text.Append('#').Append(rune.Value.ToString(CultureInfo.InvariantCulture)).Append(';');
        }
        return text.ToString();
    }
}
