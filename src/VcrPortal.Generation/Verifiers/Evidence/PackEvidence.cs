using System.Collections.Immutable;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Evidence;

/// <summary>The evidence pack as verifiers ask it: by the names that a claim is written in.</summary>
/// <param name="load">Called when the first claim is judged, so that starting the program does not wait for the pack.</param>
public sealed class PackEvidence(Func<LoadedEvidence> load, KnowledgeIndex knowledge, EntityRecognizer recognizer)
{
    private readonly Lazy<LoadedEvidence> _loaded = new(load);

    public EvidencePack Pack => _loaded.Value.Pack;

    public EntityRecognizer Recognizer => recognizer;

    /// <summary>The genes that a text names: one, or the members of a family or complex; none for anything else.</summary>
    public ImmutableArray<string> Genes(string? text) => text is null ? [] : recognizer.Match(text) switch
    {
        { Type: EntityTypes.Gene } gene => [gene.Name],
        { Type: EntityTypes.Family or EntityTypes.Complex } group => knowledge.Group(group.Name)?.Members ?? [],
        _ => [],
    };

    /// <summary>The sentence that says why a file of the pack is not used; null where it is.</summary>
    public string? Unavailable(string file)
    {
        foreach (var problem in _loaded.Value.Problems)
            if (problem.File == file) return problem.Sentence;
        return null;
    }

    /// <summary>The versions of these files, as a verdict names its data.</summary>
    public string Version(ImmutableArray<string> files) =>
        string.Join("; ", files.Select(file => Pack.Source(file) is { } header ? header.Version : $"{file}: not available"));
}
