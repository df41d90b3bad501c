using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>The two blocks of one trace as its author wrote them, for scores that judge the text and not the graph.</summary>
/// <param name="Explain">The lines of the explain block, without its tags.</param>
/// <param name="Dag">The lines of the dag block, without its tags.</param>
/// <param name="Answer">The raw answer of the model with all of its tags; null where it was not kept.</param>
public sealed record WrittenTrace(string Explain, string Dag, string? Answer = null)
{
    /// <summary>The canonical text: what is left to judge where only the graph was kept.</summary>
    public static WrittenTrace From(ActionGraph graph) =>
        new(ExplanationWriter.WriteExplain(graph).TrimEnd('\n'), ExplanationWriter.WriteDag(graph).TrimEnd('\n'));

    /// <summary>
    /// The parts of a text: the tagged blocks, trimmed, where it has an explain block; else the lines that begin with <c>edge(</c> are the
    /// dag and
    /// all
    /// others that hold anything the explanation, and no answer was kept.
    /// </summary>
    public static WrittenTrace From(string text)
    {
        if (Block(text, "explain") is { } explain) return new(explain, Block(text, "dag") ?? "", text);
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))
            .ToLookup(line => line.AsSpan().TrimStart().StartsWith("edge("));
        return new(string.Join('\n', lines[false]), string.Join('\n', lines[true]));
    }

    private static string? Block(string text, string tag)
    {
        var start = text.IndexOf($"<{tag}>", StringComparison.Ordinal);
        if (start < 0) return null;
        start += tag.Length + 2;
        var end = text.IndexOf($"</{tag}>", start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end].Trim();
    }
}
