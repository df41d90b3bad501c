using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Knowledge;

/// <summary>What this portal knows: the starter pack, or an imported snapshot with the starter pack in it. Loaded once and shared by all
/// jobs.</summary>
/// <param name="Base">What the engine reasons over.</param>
/// <param name="Recognizer">Finds every installed name.</param>
/// <param name="Snapshot">Everything imported, for verifiers; null when nothing is.</param>
/// <param name="Expression">Tables of differential expression; null when there are none.</param>
public sealed record InstalledKnowledge(
    KnowledgeBase Base, EntityRecognizer Recognizer, KnowledgeSnapshot? Snapshot, ExpressionTables? Expression = null)
{
    public static InstalledKnowledge From(KnowledgeBase pack) => new(pack, new EntityRecognizer(pack), null);

    public static InstalledKnowledge From(KnowledgeBase pack, KnowledgeSnapshot? snapshot, ExpressionTables? expression = null) =>
        snapshot is null ? From(pack) with { Expression = expression }
            : new(SnapshotKnowledge.Read(snapshot, pack), new EntityRecognizer(snapshot), snapshot, expression);
}
