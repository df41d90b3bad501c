using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Verifiers;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The pipeline with the embedded engine over one knowledge base: what a fresh portal runs, and what tests build on a changed pack.</summary>
public static class EmbeddedEngine
{
    /// <param name="furtherSources">Asked beside the knowledge base: Wikipedia, where it is switched on.</param>
    public static GenerationPipeline Build(KnowledgeBase knowledge, IAffinityPredictor? predictor = null, params ImmutableArray<IKnowledgeSource> furtherSources)
    {
        var recognizer = new EntityRecognizer(knowledge);
        var index = new KnowledgeIndex(knowledge);
        var graph = new SignedGraph(knowledge);
        return new(recognizer, new QuestionGrounding(index, recognizer), [new StarterPackSource(graph), .. furtherSources],
            new GraphReportGenerator(knowledge, graph), new GraphExplanationConstructor(knowledge, graph),
            [new TargetVerifier(index, recognizer, predictor), new GenotypeVerifier(index, recognizer), new SignCoherenceVerifier(knowledge, graph, recognizer)]);
    }
}
