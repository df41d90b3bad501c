using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;

namespace VcrPortal.Reasoning.Text;

/// <summary>An edge from the arguments of its call, or from a line of arrows.</summary>
internal static class EdgeReading
{
    private static readonly string[] Ends = ["source", "target", "relation"];
    private static readonly string[] Arrows = ["-->", "->", "→", "⟶", "=>", "⇒"];

    public static CausalEdge? FromCall(List<WrittenArgument> arguments, TextSpan place, List<Diagnostic> diagnostics)
    {
        string? source = null, target = null, relation = null;
        var relationPlace = place;
        var position = 0;
        foreach (var argument in arguments)
        {
            var text = argument.Value.ToString();
            switch (Canonical(argument.Name ?? (position < Ends.Length ? Ends[position++] : null)))
            {
                case "source" when source is null: source = text; break;
                case "target" when target is null: target = text; break;
                case "relation" when relation is null: (relation, relationPlace) = (text, argument.ValuePlace); break;
                default:
                    diagnostics.Add(
                        DiagnosticRules.EdgeArgumentIgnored.Report(
                        $"An edge has no place for {ActionRules.Shortened(argument.Name ?? text)}.", argument.ValuePlace));
                    break;
            }
        }
        if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(target))
        {
            diagnostics.Add(
                DiagnosticRules.EdgeWithoutEnds.Report(
                "An edge needs the ids of two actions.", place, "edge(\"n1\", \"n2\", relation=\"causal\")"));
            return null;
        }
        if (relation is null) diagnostics.Add(
            DiagnosticRules.RelationAssumed.Report(
            "The edge does not say its relation. It is read as causal.", place, "relation=\"causal\""));
        return new CausalEdge(new NodeId(source), new NodeId(target), RelationOf(relation ?? "causal", relationPlace, diagnostics));
    }

    /// <summary>True when the line is made of arrows between single words; the edges may still lack an end.</summary>
    public static bool TryReadArrows(string line, TextSpan place, List<CausalEdge> edges, List<Diagnostic> diagnostics)
    {
        var parts = line.Split(Arrows, StringSplitOptions.TrimEntries);
        if (parts.Length < 2) return false;
        var (last, relation) = SplitRelation(parts[^1]);
        parts[^1] = last;
        for (var i = 0; i < parts.Length; i++) parts[i] = parts[i].Trim('"', '\'', '`', '“', '”', '.', ',');
        if (parts.Any(p => p.Any(char.IsWhiteSpace))) return false;
        if (parts.Any(p => p.Length == 0))
        {
            diagnostics.Add(
                DiagnosticRules.EdgeWithoutEnds.Report(
                "An arrow needs the id of an action on both sides.", place, "edge(\"n1\", \"n2\", relation=\"causal\")"));
            return true;
        }
        diagnostics.Add(
            DiagnosticRules.ArrowEdge.Report(
            "An edge is written with an arrow.", place, $"edge(\"{parts[0]}\", \"{parts[1]}\", relation=\"causal\")"));
        var kind = RelationOf(relation.Length == 0 ? "causal" : relation, place, diagnostics);
        for (var i = 1; i < parts.Length; i++) edges.Add(new CausalEdge(new NodeId(parts[i - 1]), new NodeId(parts[i]), kind));
        return true;
    }

    // `n2 [correlative]`, `n2 (causal)`, `n2: causal`
    private static (string Id, string Relation) SplitRelation(string part)
    {
        var end = part.AsSpan().IndexOfAny("[(:, ");
        return end < 0 ? (part, "") : (part[..end], part[end..].Trim(' ', '[', ']', '(', ')', ':', ',', '"', '.'));
    }

    private static CausalRelation RelationOf(string written, TextSpan place, List<Diagnostic> diagnostics)
    {
        switch (written)
        {
            case "causal": return CausalRelation.Causal;
            case "correlative": return CausalRelation.Correlative;
        }
        var word = written.Trim().ToLowerInvariant();
        var correlative = word.StartsWith("correl", StringComparison.Ordinal) || word.StartsWith("associat", StringComparison.Ordinal);
        var relation = correlative ? CausalRelation.Correlative : CausalRelation.Causal;
        diagnostics.Add(correlative || word.StartsWith("caus", StringComparison.Ordinal)
            ? DiagnosticRules.RelationAssumed.Report(
                $"\"{ActionRules.Shortened(written)}\" is read as {relation.ToString().ToLowerInvariant()}.", place)
            : DiagnosticRules.UnknownRelation.Report(
                $"The relation is \"{ActionRules.Shortened(written)}\". Expected causal or correlative; it is read as causal.", place,
                "relation=\"causal\""));
        return relation;
    }

    private static string? Canonical(string? name) => name?.ToLowerInvariant() switch
    {
        "source" or "from" or "src" => "source",
        "target" or "to" or "dst" => "target",
        "relation" or "type" => "relation",
        _ => null,
    };
}
