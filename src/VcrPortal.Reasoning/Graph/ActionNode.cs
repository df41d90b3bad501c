using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>An action's name within one revision, as written: <c>n5</c>.</summary>
public readonly record struct NodeId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>up = more activity, expression, translation, assembly, stability, or addition of a mark; down = the opposite.</summary>
public enum Direction { Up, Down }

/// <summary>Causal: the source enables the target. Correlative: the two were seen together.</summary>
public enum CausalRelation { Causal, Correlative }

/// <summary>One action enables (or goes with) another.</summary>
public sealed record CausalEdge(NodeId Source, NodeId Target, CausalRelation Relation = CausalRelation.Causal);

/// <summary>An argument as written: one text, or a list of texts.</summary>
public abstract record ArgumentValue
{
    private ArgumentValue() { }

    /// <summary>The two directions, made once.</summary>
    internal static Text Up { get; } = new("up");
    internal static Text Down { get; } = new("down");

    public sealed record Text(string Value) : ArgumentValue;

    public sealed record List(ImmutableArray<string> Items) : ArgumentValue
    {
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var item in Items) hash.Add(item);
            return hash.ToHashCode();
        }
    }

    /// <summary>The texts, one or many.</summary>
    public ImmutableArray<string> Texts => this switch { Text t => [t.Value], List l => l.Items, _ => [] };

    // Sealed: a derived record would otherwise write its own.
    public sealed override string ToString() => this is Text text ? text.Value : string.Join(", ", Texts);
}

/// <summary>An argument with its canonical name.</summary>
public sealed record Argument(string Name, ArgumentValue Value);

/// <summary>One instance of a primitive with its arguments in schema order (unknown ones last, in written order).</summary>
/// <param name="Id">Null for a context without an id, and for an action whose author forgot it. It is not among <paramref
/// name="Arguments"/>.</param>
/// <param name="Name">The primitive's canonical name, or the unknown name as it was written.</param>
/// <param name="Primitive">Null when the vocabulary does not know the name.</param>
public sealed record ActionNode(NodeId? Id, string Name, ActionPrimitive? Primitive, ImmutableArray<Argument> Arguments)
{
    internal const string ContextName = CorePrimitives.Context;

    public bool IsContext => Name == ContextName;

    /// <summary>What it is about; <see cref="ClaimKind.Other"/> for a name that the vocabulary does not know.</summary>
    public ClaimKind Kind => Primitive?.Kind ?? ClaimKind.Other;

    public ArgumentValue? this[string argument]
    {
        get
        {
            foreach (var a in Arguments)
                if (a.Name == argument) return a.Value;
            return null;
        }
    }

    /// <summary>The argument's text (a list is joined by ", "), or null.</summary>
    public string? Text(string argument) => this[argument]?.ToString();

    /// <summary>The direction, where the primitive has one and it reads as up or down.</summary>
    public Direction? Direction => Text("direction") switch { "up" => Graph.Direction.Up, "down" => Graph.Direction.Down, _ => null };

    /// <summary>Which way its output goes: +1 rises, -1 falls, 0 where it says neither.</summary>
    public int OutputSign => Primitive?.Output?.Sign switch
    {
        Vocabulary.OutputSign.Rises => 1,
        Vocabulary.OutputSign.Falls => -1,
        Vocabulary.OutputSign.ByDirection => Direction switch { Graph.Direction.Up => 1, Graph.Direction.Down => -1, _ => 0 },
        _ => 0,
    };

    public bool Equals(ActionNode? other) =>
        other is not null && Id == other.Id && Name == other.Name && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Name, Arguments.Length);
}
