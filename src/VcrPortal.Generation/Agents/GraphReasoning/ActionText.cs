using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Makes actions of the vocabulary in use, arguments in schema order.</summary>
internal sealed class ActionText(PrimitiveVocabulary vocabulary)
{
    public static string Direction(int sign) => sign > 0 ? "up" : "down";

    /// <summary>An action without an id; arguments whose value is null are left out.</summary>
    public ActionNode Node(string primitive, params ReadOnlySpan<(string Name, string? Value)> arguments)
    {
        var given = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        foreach (var (name, value) in arguments)
            if (value is not null) given.Add(new(name, new ArgumentValue.Text(value)));
        return InOrder(new(null, primitive, vocabulary.Find(primitive), given.ToImmutable()));
    }

    public static ActionNode With(ActionNode node, string argument, ImmutableArray<string> items) =>
        InOrder(node with { Arguments = node.Arguments.Add(new(argument, new ArgumentValue.List(items))) });

    public static ActionNode Numbered(ActionNode node, NodeId id) => node with { Id = id };

    private static ActionNode InOrder(ActionNode node) => node.Primitive is not { } primitive ? node
        : node with { Arguments = [.. node.Arguments.OrderBy(a => primitive.PlaceOf(a.Name))] };
}
