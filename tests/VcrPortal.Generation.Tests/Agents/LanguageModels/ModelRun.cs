using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>One question put to the whole pipeline with a model's engine, and all that was said of it.</summary>
internal sealed class ModelRun
{
    public static readonly PerturbationRecord Binimetinib = new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);

    public List<GenerationEvent> Events { get; } = [];

    /// <summary>What ended it; null where it came to its end.</summary>
    public Exception? Failure { get; private set; }

    public string Report => string.Concat(Of<GenerationEvent.ReportDelta>().Select(d => d.Text));

    public IEnumerable<AgentNews> News => Of<GenerationEvent.AgentTold>().Select(t => t.News);

    public IReadOnlyList<EvidenceItem> Evidence => [.. Of<GenerationEvent.EvidenceAdded>().Select(e => e.Item)];

    public string? FailedBecause => Of<GenerationEvent.StageFailed>().SingleOrDefault()?.Reason;

    public IEnumerable<T> Of<T>() where T : GenerationEvent => Events.OfType<T>();

    public static ChatModel Model(FakeModelServer server) => new("test model", ModelKind.OpenAi, server.OpenAi, "fake-1")
    {
        RetryDelay = TimeSpan.Zero,
        MaxOutputTokens = 4000,
    };

    public static async Task<ModelRun> OfAsync(
        FakeModelServer server, PerturbationRecord? record = null, string engine = ModelEngines.TwoAgents,
        Func<ChatModel, ChatModel>? change = null, IKnowledgeSource? source = null, TimeProvider? clock = null,
            CancellationToken ct = default)
    {
        var model = change is null ? Model(server) : change(Model(server));
        await using var services = Services(model, source, clock);
        var run = new ModelRun();
        var request = new GenerationRequest(record ?? Binimetinib, KeepDeltas: true, ModelEngines.IdOf(engine, model.Name));
        try
        {
            var pipeline = services.GetRequiredService<ITraceGenerator>();
            await foreach (var e in pipeline.GenerateAsync(request, GenerationState.Empty, ct)) run.Events.Add(e);
        }
        catch (Exception failure)
        {
            run.Failure = failure;
        }
        return run;
    }

    public static ServiceProvider Services(ChatModel model, IKnowledgeSource? source = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration();
        if (source is not null) services.AddSingleton(SourceRegistration.For(source));
        return services.AddChatModel(model, new ModelKey(FakeModelServer.Key)).BuildServiceProvider();
    }
}
