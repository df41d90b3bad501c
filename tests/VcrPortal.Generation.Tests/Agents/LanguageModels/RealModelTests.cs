using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>One question to a real model, where the environment names one: it costs tokens.</summary>
public class RealModelTests
{
    [RealModelFact]
    public async Task Question_ToARealModel_EndsInATrace()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration();
        var (model, key) = RealModelFactAttribute.Model!.Value;
        await using var provider = services.AddChatModel(model, key).BuildServiceProvider();
        var request = new GenerationRequest(
            ModelRun.Binimetinib, KeepDeltas: true, ModelEngines.IdOf(ModelEngines.TwoAgents, model.Name));
        var revisions = 0;
        var pipeline = provider.GetRequiredService<ITraceGenerator>();
        await foreach (var e in pipeline.GenerateAsync(request, GenerationState.Empty, default))
            if (e is GenerationEvent.RevisionWritten) revisions++;
        Assert.InRange(revisions, 1, 2);
    }

    private sealed class RealModelFactAttribute : FactAttribute
    {
        public RealModelFactAttribute() => Skip = Model is null
            ? "needs a real model: set VCR_TEST_OPENAI_BASE and VCR_TEST_OPENAI_MODEL, or VCR_TEST_ANTHROPIC_KEY" : null;

        public static (ChatModel Model, ModelKey Key)? Model => (Variable("OPENAI_BASE"), Variable("ANTHROPIC_KEY")) switch
        {
            ({ } address, _) => (new("real", ModelKind.OpenAi, new(address), Variable("OPENAI_MODEL") ?? "gpt-4.1"),
                new(Variable("OPENAI_KEY"))),
            (_, { } key) => (new("real", ModelKind.Anthropic, new("https://api.anthropic.com"),
                Variable("ANTHROPIC_MODEL") ?? "claude-sonnet-4-5"), new(key)),
            _ => null,
        };

        private static string? Variable(string name) =>
            Environment.GetEnvironmentVariable("VCR_TEST_" + name) is { Length: > 0 } value ? value : null;
    }
}
