using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>The authors' seven categories (which primitive stands in which is our reading).</summary>
public enum PrimitiveCategory { SystemInitialization, Interaction, Functional, Regulation, Metabolic, Proteostasis, Phenotype }

/// <summary>A verb of the language: data, not a class for each name.</summary>
/// <param name="IsCausal">False for context and associative primitives: they carry no causal claim.</param>
/// <param name="IsTerminal">True where an explanation may end: a measurable output.</param>
public sealed record ActionPrimitive(
    string Name, PrimitiveCategory Category, string Definition, bool IsCausal, bool IsTerminal,
        ImmutableArray<ArgumentDefinition> Arguments)
{
    public ClaimKind Kind { get; init; }

    /// <summary>What its claims say rises or falls; null where they say that of nothing.</summary>
    public ClaimOutput? Output { get; init; }

    /// <summary>Null for a primitive that nobody gave words: it is said by its name and arguments.</summary>
    public PrimitiveWording? Wording { get; init; }

    public ArgumentDefinition? Argument(string name)
    {
        foreach (var argument in Arguments)
            if (argument.Name == name) return argument;
        return null;
    }

    /// <summary>The argument's place in the schema, from 0; after all others for one that the primitive does not have.</summary>
    public int PlaceOf(string argument)
    {
        for (var i = 0; i < Arguments.Length; i++)
            if (Arguments[i].Name == argument) return i;
        return int.MaxValue;
    }

    /// <summary>The argument's place in the schema, from 0, looked for from where it is likely; -1 for one that the primitive does not
    /// have.</summary>
    internal int PlaceOf(ReadOnlySpan<char> argument, int likely)
    {
        for (var i = likely; i < Arguments.Length; i++)
            if (argument.SequenceEqual(Arguments[i].Name)) return i;
        for (var i = 0; i < likely; i++)
            if (argument.SequenceEqual(Arguments[i].Name)) return i;
        return -1;
    }
}

/// <summary>What kind of value an argument takes.</summary>
public enum ArgumentKind { ActionId, Entity, EntityList, Direction, Text, Quantity, Site, Location, OntologyId, Mechanism }

/// <summary>What an entity argument may name.</summary>
[Flags]
public enum EntityTypes
{
    None = 0, Gene = 1, Family = 2, Complex = 4, Compound = 8, Disease = 16, CellLine = 32, Pathway = 64,
    Phenotype = 128, Rna = 256, CellType = 512, Any = 1023
}

/// <summary>One named argument of a primitive, in schema order.</summary>
/// <param name="Dimension">For a quantity, what it measures: <c>concentration</c>; otherwise null.</param>
public sealed record ArgumentDefinition(
    string Name, bool Required, ArgumentKind Kind, string Description, EntityTypes Entities = EntityTypes.None, string? Dimension = null);
