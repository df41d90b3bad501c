using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Review;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>One question to a real model, where the environment names one: it costs tokens.</summary>
public class RealModelTests
{
    [RealModelFact]
    public async Task Question_ToARealModel_EndsInATrace()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration();
        var (model, key) = RealModel.FromEnvironment()!.Value;
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
        public RealModelFactAttribute() =>
            Skip = RealModel.FromEnvironment() is null ? $"needs a real model: {RealModel.HowToName}" : null;
    }
}
