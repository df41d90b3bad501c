using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Verifiers.DrugTargets;

namespace VcrPortal.Review;

/// <summary>The pipeline as the portal registers it, over knowledge that is not the portal's.</summary>
internal static class GraphPipeline
{
    public static ITraceGenerator Over(
        KnowledgeBase knowledge, IAffinityPredictor? predictor = null, params IReadOnlyList<IKnowledgeSource> furtherSources) =>
        Over(InstalledKnowledge.From(knowledge), predictor, furtherSources);

    public static ITraceGenerator Over(
        InstalledKnowledge knowledge, IAffinityPredictor? predictor = null, params IReadOnlyList<IKnowledgeSource> furtherSources)
    {
        var services = new ServiceCollection().AddSingleton(knowledge).AddGeneration();
        if (predictor is not null) services.AddSingleton(predictor);
        foreach (var source in furtherSources) services.AddSingleton(SourceRegistration.For(source));
        return services.BuildServiceProvider().GetRequiredService<ITraceGenerator>();
    }
}
