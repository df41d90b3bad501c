using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Verifiers.Localisation;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation;

/// <summary>
/// Everything that makes an explanation, registered in one place. The order of sources numbers the evidence, the order of verifiers is the
/// order of verdicts, and the first engine is the default; what a caller registers afterwards comes after.
/// </summary>
public static class GenerationSetup
{
    /// <summary>
    /// The pipeline as <see cref="ITraceGenerator"/>, over an <see cref="InstalledKnowledge"/> that the caller registers. Beside it a
    /// caller may register an <see cref="IAffinityPredictor"/>, a <see cref="LocalisationService"/>, a <see cref="HunFlairService"/>, and
    /// any number of <see cref="SourceRegistration"/>, <see cref="AgentEngine"/> and <see cref="VerifierRegistration"/>.
    /// </summary>
    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSingleton(PrimitiveVocabulary.Vcr20);
        services.AddSingleton<VocabularyInUse>();
        services.AddSingleton(s => new KnowledgeIndex(Installed(s).Base));
        services.AddSingleton(s => new SignedGraph(Installed(s).Base));
        services.AddSingleton<GraphReasoner>();
        services.AddSingleton(s => new QuestionGrounding(s.GetRequiredService<KnowledgeIndex>(), Installed(s).Recognizer));
        services.AddSingleton(new SourceRegistration(KnowledgeOf)).AddSingleton(new SourceRegistration(AnalogiesOf));
        services.AddSingleton(s => GraphEngine.Over(s.GetRequiredService<GraphReasoner>(), s.GetRequiredService<SignedGraph>()));
        services.AddSingleton<EngineRegistry>();
        foreach (var verifier in VerifierRegistry.All) services.AddSingleton(verifier);
        services.AddSingleton(s => new VerifyAgain(s.GetRequiredService<QuestionGrounding>(), VerifiersOf(s)));
        return services.AddSingleton<ITraceGenerator>(Compose);
    }

    private static InstalledKnowledge Installed(IServiceProvider services) => services.GetRequiredService<InstalledKnowledge>();

    private static InstalledKnowledgeSource KnowledgeOf(IServiceProvider services) =>
        new(services.GetRequiredService<GraphReasoner>(), services.GetRequiredService<SignedGraph>(),
            Installed(services).Snapshot is null ? "Starter pack" : "Installed knowledge");

    private static AnalogySource? AnalogiesOf(IServiceProvider services) => Installed(services) is { Expression: { } tables } installed
        ? new(installed.Base, services.GetRequiredService<SignedGraph>(), tables) : null;

    private static GenerationPipeline Compose(IServiceProvider services)
    {
        return new(
            Installed(services).Recognizer, services.GetRequiredService<QuestionGrounding>(),
            services.GetRequiredService<VocabularyInUse>(),
            [.. services.GetServices<SourceRegistration>().Select(s => s.Create(services)).OfType<IKnowledgeSource>()],
            services.GetRequiredService<EngineRegistry>(),
            services.GetRequiredService<VerifyAgain>().Verifiers, services.GetService<HunFlairService>());
    }

    private static ImmutableArray<IVerifier> VerifiersOf(IServiceProvider services)
    {
        var (installed, index) = (Installed(services), services.GetRequiredService<KnowledgeIndex>());
        var data = new VerifierData(
            installed, index, services.GetRequiredService<SignedGraph>(),
            installed.Snapshot is null ? null : new ImportedStatements(installed.Snapshot, index, installed.Recognizer),
            services.GetService<IAffinityPredictor>(), services.GetService<LocalisationService>());
        return [.. services.GetServices<VerifierRegistration>().Select(v => v.Create(data)).OfType<IVerifier>()];
    }
}
