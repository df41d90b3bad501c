using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>A published, immutable set of primitives. A trace names the set and version that it was written under.</summary>
public sealed class PrimitiveVocabulary
{
    private readonly FrozenDictionary<string, ActionPrimitive> _byName;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

    public PrimitiveVocabulary(string id, int version, ImmutableArray<ActionPrimitive> primitives)
    {
        Id = id;
        Version = version;
        Primitives = primitives;
        MostArguments = primitives.IsEmpty ? 0 : primitives.Max(p => p.Arguments.Length);
        _byName = primitives.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        _places = primitives.Select((p, at) => (p.Name, at)).ToFrozenDictionary(p => p.Name, p => p.at, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The authors' 20 primitives, version 1.</summary>
    public static PrimitiveVocabulary Vcr20 { get; } = CorePrimitives.Build();

    public string Id { get; }
    public int Version { get; }
    public ImmutableArray<ActionPrimitive> Primitives { get; }

    /// <summary>The arguments of the primitive that has most.</summary>
    internal int MostArguments { get; }

    /// <summary>The primitive of exactly this name, or null.</summary>
    public ActionPrimitive? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc cref="Find(string)"/>
    public ActionPrimitive? Find(ReadOnlySpan<char> name) => PlaceOf(name) is var place and >= 0 ? Primitives[place] : null;

    /// <summary>Where the primitive of exactly this name stands among <see cref="Primitives"/>, or -1.</summary>
    internal int PlaceOf(ReadOnlySpan<char> name) => _places.TryGetValue(name, out var place) ? place : -1;
}
