using System.Security.Cryptography;
using System.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// What a graph says, without the names it gives to its actions: each action is coloured by its normalised words, then by the colours
/// around it (Weisfeiler and Leman's refinement), and the colours of actions and edges are hashed in sorted order. Case, runs of
/// blanks and the order of lists do not matter.
/// </summary>
internal static class GraphFingerprint
{
    // Refinement stops as soon as it separates nothing more; deeper differences than this do not occur in explanations.
    private const int MostRounds = 32;

    public static string Of(ActionGraph graph)
    {
        var neighbours = Neighbours(graph);
        var colours = graph.Actions.Select(action => Hash(Words(graph, action))).ToArray();
        var classes = colours.Distinct().Count();
        for (var round = 0; round < MostRounds; round++)
        {
            var refined = colours.Select((colour, at) => Hash(Refine(colour, neighbours[at], colours))).ToArray();
            var separated = refined.Distinct().Count();
            colours = refined;
            if (separated == classes) break;
            classes = separated;
        }
        var edges = neighbours.SelectMany((list, at) => list.Where(n => n.Kind.StartsWith('>')).Select(n => colours[at] + n.Kind + colours[n.Action]));
        var context = graph.Context is { } setting ? Words(graph, setting) : "";
        return Hash(string.Join('\n', [context, "", .. colours.Order(StringComparer.Ordinal), "", .. edges.Order(StringComparer.Ordinal)]));
    }

    private static string Refine(string colour, HashSet<(string Kind, int Action)> neighbours, string[] colours) =>
        string.Join('\n', [colour, .. neighbours.Select(n => n.Kind + colours[n.Action]).Order(StringComparer.Ordinal)]);

    /// <summary>For each action the actions that an edge or a <c>via</c> joins it to, and how.</summary>
    internal static HashSet<(string Kind, int Action)>[] Neighbours(ActionGraph graph)
    {
        var neighbours = graph.Actions.Select(_ => new HashSet<(string, int)>()).ToArray();
        foreach (var edge in graph.Edges)
        {
            if (graph.Index.Position(edge.Source) is not (var source and >= 0) || graph.Index.Position(edge.Target) is not (var target and >= 0)) continue;
            neighbours[source].Add((">" + edge.Relation, target));
            neighbours[target].Add(("<" + edge.Relation, source));
        }
        for (var at = 0; at < graph.Actions.Length; at++)
            foreach (var named in NamedActions(graph, graph.Actions[at])) neighbours[at].Add(("via", named));
        return neighbours;
    }

    private static IEnumerable<int> NamedActions(ActionGraph graph, ActionNode action) =>
        from argument in action.Arguments
        where IsMechanism(action, argument)
        from text in argument.Value.Texts
        from reference in ActionReferences.In(text, graph.Index)
        let position = graph.Index.Position(new NodeId(text.Substring(reference.Start, reference.Length)))
        where position >= 0
        select position;

    /// <summary>Its normalised words, without its id and without the ids that it names.</summary>
    internal static string Words(ActionGraph graph, ActionNode action)
    {
        var words = new StringBuilder(action.Name);
        foreach (var argument in action.Arguments.Where(a => a.Name != "id").OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var texts = argument.Value.Texts.Select(text => Normalised(IsMechanism(action, argument) ? WithoutIds(graph, text) : text));
            words.Append('\0').Append(argument.Name).Append('\0').AppendJoin('\u0001', texts.Order(StringComparer.Ordinal));
        }
        return words.ToString();
    }

    private static string WithoutIds(ActionGraph graph, string text)
    {
        var words = new StringBuilder();
        var from = 0;
        foreach (var reference in ActionReferences.In(text, graph.Index))
        {
            words.Append(text, from, reference.Start - from).Append('\u0002');
            from = reference.Start + reference.Length;
        }
        return words.Append(text, from, text.Length - from).ToString();
    }

    internal static bool IsMechanism(ActionNode action, Argument argument) => action.Primitive?.Argument(argument.Name)?.Kind == ArgumentKind.Mechanism;

    internal static string Normalised(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)));
}
