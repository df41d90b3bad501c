using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Agents.LanguageModels.Critics;
using VcrPortal.Generation.Agents.LanguageModels.Explanations;
using VcrPortal.Generation.Agents.LanguageModels.Reports;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>The engines that one configured model makes: two agents after VCR-Agent, a prompt of one step to compare them with, and a
/// critic of what the built-in engine writes.</summary>
public static class ModelEngines
{
    public const string TwoAgents = "vcr-agent";
    public const string OneStep = "one-step";
    public const string Hybrid = "hybrid";

    /// <summary>The engines of this model, after those that are registered already.</summary>
    /// <param name="handler">How requests leave; null for a connection of its own.</param>
    public static IServiceCollection AddChatModel(
        this IServiceCollection services, ChatModel model, ModelKey key, Func<HttpMessageHandler>? handler = null)
    {
        ModelClient? made = null;
        ModelClient Client(IServiceProvider s)
        {
            var clock = s.GetService<TimeProvider>() ?? TimeProvider.System;
            return LazyInitializer.EnsureInitialized(
                ref made, () => new(model, ChatClients.For(model, key, clock, handler?.Invoke()), clock));
        }

        services.AddSingleton(s => new AgentEngine(
            IdOf(TwoAgents, model.Name), $"VCR-Agent, {model.Name}", Needs(model), IsOffline: false,
            new ModelReportGenerator(
                Client(s), Once(() => Sources(s)), s.GetRequiredService<QuestionGrounding>(),
                s.GetRequiredService<InstalledKnowledge>().Recognizer),
            new ModelExplanationConstructor(Client(s), s.GetRequiredService<PrimitiveVocabulary>()))
        {
            SeesAllEvidence = true,
            ReadsReports = true,
            Chooser = new ModelEditChooser(Client(s)),
            Kind = "Language-model agents",
            Model = model.Name,
        });
        services.AddSingleton(s => Critic(s, Client(s)));
        return services.AddSingleton(s => new AgentEngine(
            IdOf(OneStep, model.Name), $"One step, {model.Name}", Needs(model), IsOffline: false, null,
            new ModelExplanationConstructor(Client(s), s.GetRequiredService<PrimitiveVocabulary>(), isOneStep: true))
        {
            SeesAllEvidence = true,
            Chooser = new ModelEditChooser(Client(s)),
            Kind = "One prompt, for comparison",
            Model = model.Name,
        });
    }

    /// <summary>The model sees all evidence, but every claim is the built-in engine's, with what it was written from.</summary>
    private static AgentEngine Critic(IServiceProvider services, ModelClient client)
    {
        var (reasoner, graph) = (services.GetRequiredService<GraphReasoner>(), services.GetRequiredService<SignedGraph>());
        return new(
            IdOf(Hybrid, client.Model.Name), $"Hybrid, {client.Model.Name}", Needs(client.Model), IsOffline: false,
            new GraphReportGenerator(reasoner, graph),
            new HybridConstructor(
                new GraphExplanationConstructor(reasoner), client, services.GetRequiredService<PrimitiveVocabulary>()))
        {
            Chooser = new ModelEditChooser(client),
            Kind = "Built-in engine, with a model as critic",
            Model = client.Model.Name,
        };
    }

    public static string IdOf(string engine, string model) => $"{engine}:{model}";

    private static string Needs(ChatModel model) => $"The model {model.Model} at {model.Endpoint.IdnHost}, and tokens.";

    /// <summary>Sources are made when the first job needs them, and then kept.</summary>
    private static Func<ImmutableArray<IKnowledgeSource>> Once(Func<ImmutableArray<IKnowledgeSource>> make)
    {
        var made = new Lazy<ImmutableArray<IKnowledgeSource>>(make);
        return () => made.Value;
    }

    private static ImmutableArray<IKnowledgeSource> Sources(IServiceProvider services) =>
        [.. services.GetServices<SourceRegistration>().Select(s => s.Create(services)).OfType<IKnowledgeSource>()];
}
