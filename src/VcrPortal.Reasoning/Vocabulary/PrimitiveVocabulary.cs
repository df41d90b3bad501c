using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>A published, immutable set of primitives. A trace names the set and version that it was written under.</summary>
public sealed class PrimitiveVocabulary
{
    private readonly FrozenDictionary<string, ActionPrimitive> _byName;

    public PrimitiveVocabulary(string id, int version, ImmutableArray<ActionPrimitive> primitives)
    {
        Id = id;
        Version = version;
        Primitives = primitives;
        _byName = primitives.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>The authors' 20 primitives, version 1.</summary>
    public static PrimitiveVocabulary Vcr20 { get; } = CorePrimitives.Build();

    public string Id { get; }
    public int Version { get; }
    public ImmutableArray<ActionPrimitive> Primitives { get; }

    /// <summary>The primitive of exactly this name, or null.</summary>
    public ActionPrimitive? Find(string name) => _byName.GetValueOrDefault(name);
}
