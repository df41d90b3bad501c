using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Knowledge;

/// <summary>A name found in a text.</summary>
/// <param name="Start">In UTF-16 characters.</param>
/// <param name="Name">The canonical name: gene symbol, compound name, line name, group id, phenotype id, pathway id.</param>
/// <param name="Curie">As text; null when ungrounded.</param>
public sealed record RecognizedEntity(int Start, int Length, string Text, EntityTypes Type, string Name, string? Curie);

/// <summary>
/// Finds every name, symbol and synonym of a knowledge base in a text: Aho-Corasick, longest match, word boundaries, Greek letters and
/// hyphens folded, ambiguous short symbols only in their case.
/// </summary>
public sealed class EntityRecognizer
{
    public EntityRecognizer(KnowledgeBase knowledge) => throw new NotImplementedException();

    /// <summary>In text order, without overlaps.</summary>
    public ImmutableArray<RecognizedEntity> Recognize(string text) => throw new NotImplementedException();

    /// <summary>The entity that this whole text names, or null.</summary>
    public RecognizedEntity? Match(string text) => throw new NotImplementedException();
}
