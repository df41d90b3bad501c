using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers;

/// <summary>One statement of an imported source about a pair.</summary>
public readonly record struct PairStatement(string Source, string Target, Statement Said)
{
    public EvidenceRow ToRow(string text) => new(Said.Dataset, text, Said.Reference.Length > 0 ? Said.Reference : null);
}

/// <summary>Looks up what imported sources say, for verifiers.</summary>
public sealed class ImportedStatements(KnowledgeSnapshot snapshot, KnowledgeIndex knowledge, EntityRecognizer recognizer)
{
    public string Version => snapshot.Version;

    public EntityRecognizer Recognizer => recognizer;

    public bool HasAny(ImmutableArray<string> datasets) => snapshot.Datasets.Any(d => datasets.Contains(d.Name));

    /// <summary>The genes that a text names: one, or the members of a family or complex; none for anything else.</summary>
    public ImmutableArray<string> Genes(string? text) => text is null ? [] : recognizer.Match(text) switch
    {
        { Type: EntityTypes.Gene } gene => [gene.Name],
        { Type: EntityTypes.Family or EntityTypes.Complex } group => knowledge.Group(group.Name)?.Members ?? [],
        _ => [],
    };

    /// <summary>How a source writes the entity of this key.</summary>
    public string NameOf(EntityKind kind, string key) => snapshot.Find(kind, key) is { } entity ? snapshot.Entity(entity).Name : key;

    public IEnumerable<PairStatement> Between(
        IEnumerable<string> sources, IReadOnlyCollection<string> targets, Func<Statement, bool> wanted) =>
        sources.SelectMany(source => From(EntityKind.Gene, source, wanted)).Where(s => targets.Contains(s.Target));

    public IEnumerable<PairStatement> From(EntityKind kind, string key, Func<Statement, bool> wanted)
    {
        if (snapshot.Find(kind, key) is not { } entity) return [];
        var found = new List<PairStatement>();
        foreach (var edge in snapshot.From(entity))
            if (snapshot.Statement(edge.Statement) is var said && wanted(said)) found.Add(new(key, snapshot.KeyOf(edge.Entity), said));
        return found;
    }

    public IEnumerable<PairStatement> To(EntityKind kind, string key, Func<Statement, bool> wanted)
    {
        if (snapshot.Find(kind, key) is not { } entity) return [];
        var found = new List<PairStatement>();
        foreach (var edge in snapshot.To(entity))
            if (snapshot.Statement(edge.Statement) is var said && wanted(said)) found.Add(new(snapshot.KeyOf(edge.Entity), key, said));
        return found;
    }
}
