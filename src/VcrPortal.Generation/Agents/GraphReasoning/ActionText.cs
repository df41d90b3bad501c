using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Makes actions of the set <c>vcr-20</c>, arguments in schema order.</summary>
internal static class ActionText
{
    public static string Direction(int sign) => sign > 0 ? "up" : "down";

    /// <summary>An action without an id; arguments whose value is null are left out.</summary>
    public static ActionNode Node(string primitive, params ReadOnlySpan<(string Name, string? Value)> arguments)
    {
        var given = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        foreach (var (name, value) in arguments)
            if (value is not null) given.Add(new(name, new ArgumentValue.Text(value)));
        return InOrder(new(null, primitive, PrimitiveVocabulary.Vcr20.Find(primitive), given.ToImmutable()));
    }

    public static ActionNode With(this ActionNode node, string argument, ImmutableArray<string> items) =>
        InOrder(node with { Arguments = node.Arguments.Add(new(argument, new ArgumentValue.List(items))) });

    public static ActionNode Numbered(ActionNode node, NodeId id) => node with { Id = id };

    private static ActionNode InOrder(ActionNode node)
    {
        if (node.Primitive is not { } primitive) return node;
        return node with { Arguments = [.. node.Arguments.OrderBy(a => IndexOf(primitive, a.Name))] };
    }

    private static int IndexOf(ActionPrimitive primitive, string argument)
    {
        for (var i = 0; i < primitive.Arguments.Length; i++)
            if (primitive.Arguments[i].Name == argument) return i;
        return int.MaxValue;
    }
}
