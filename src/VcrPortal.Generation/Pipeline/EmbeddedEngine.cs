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
        var graph = new SignedGraph(knowledge);
        return new(recognizer, new QuestionGrounding(knowledge, recognizer), [new StarterPackSource(graph), .. furtherSources],
            new GraphReportGenerator(knowledge, graph), new GraphExplanationConstructor(knowledge, graph),
            [new TargetVerifier(knowledge, recognizer, predictor), new GenotypeVerifier(knowledge, recognizer), new SignCoherenceVerifier(knowledge, graph, recognizer)]);
    }
}
