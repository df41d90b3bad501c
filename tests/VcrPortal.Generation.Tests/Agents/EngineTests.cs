using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Tests.Agents;

/// <summary>Engines stand beside each other, and both agents of one engine share what it worked out.</summary>
public class EngineTests
{
    private static readonly PerturbationRecord Question = new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);

    [Fact]
    public async Task GraphReasoner_InOneRun_ReasonsOnce()
    {
        var (services, notes) = (Services(), new EngineNotes());
        var question = services.GetRequiredService<QuestionGrounding>().Ground(Question);
        var engine = services.GetRequiredService<EngineRegistry>().Default;
        await foreach (var _ in engine.Reports!.WriteAsync(new(Question, question, new([]), notes), default)) { }
        var afterReport = notes.GetOrWorkOut<Mechanism>(() => throw new InvalidOperationException("The report left no mechanism."));

        // An explanation that reasoned again would not tell the claim that only the notes have.
        var context = afterReport.Context with { Arguments = [new("cell_type", new ArgumentValue.Text("Only noted"))] };
        var told = afterReport with { Context = context };
        var noted = new EngineNotes();
        noted.GetOrWorkOut(() => told);
        var text = "";
        await foreach (var output in engine.Explanations.ConstructAsync(new(Question, question, "", new([]), noted), default))
            if (output is ConstructorOutput.Text chunk) text += chunk.Chunk;
        Assert.Contains("Only noted", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipeline_WhenARequestNamesAnEngine_LetsThatOneWrite()
    {
        var generator = Services(s => s.AddSingleton(Second)).GetRequiredService<ITraceGenerator>();
        Assert.Equal("Built-in engine", generator.Engine);
        Assert.Equal("Second opinion.", await ReportAsync(generator, "second"));
        Assert.Contains("### 1. The perturbation", await ReportAsync(generator, null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipeline_WhenNoEngineHasTheName_SaysWhichThereAre()
    {
        var failure = await Assert.ThrowsAsync<UnknownEngineException>(
            () => ReportAsync(Services().GetRequiredService<ITraceGenerator>(), "third"));
        Assert.Equal("The engine \u201cthird\u201d is not set up here. Ask for \u201cBuilt-in engine\u201d.", failure.Message);
    }

    [Fact]
    public async Task Pipeline_WhenTheRequestIsOffline_AsksNoServiceAndNoEngineThatNeedsOne()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Second with { IsOffline = false });
        services.AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration();
        services.AddSingleton(SourceRegistration.For(new OverNetwork()));
        var generator = services.BuildServiceProvider().GetRequiredService<ITraceGenerator>();
        var (sources, report) = (new List<string>(), "");
        await foreach (var e in generator.GenerateAsync(new(Question, true, IsOffline: true), GenerationState.Empty, default))
        {
            if (e is GenerationEvent.SourceQueried queried) sources.Add(queried.Source);
            if (e is GenerationEvent.ReportDelta delta) report += delta.Text;
        }
        Assert.Equal("Second", generator.Engine);
        Assert.Equal(["Starter pack"], sources);
        Assert.Contains("### 1. The perturbation", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Registry_WhenTwoEnginesShareATitle_SaysSo() =>
        Assert.Throws<ArgumentException>(() => new EngineRegistry([Second, Second with { Id = "other" }]));

    private static AgentEngine Second { get; } = new("second", "Second", "Nothing", IsOffline: true, new Fixed(), new Fixed());

    private static ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task<string> ReportAsync(ITraceGenerator generator, string? engine)
    {
        var report = "";
        await foreach (var e in generator.GenerateAsync(new(Question, KeepDeltas: true, engine), GenerationState.Empty, default))
            if (e is GenerationEvent.ReportDelta delta) report += delta.Text;
        return report;
    }

    private sealed class OverNetwork : IKnowledgeSource, INetworkUser
    {
        public string Name => "Over the network";
        public bool UsesNetwork => true;

        public Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct) =>
            throw new InvalidOperationException("Asked.");
    }

    private sealed class Fixed : IReportGenerator, IExplanationConstructor
    {
        public async IAsyncEnumerable<ReportOutput> WriteAsync(
            ReportRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            yield return new ReportOutput.Text("Second opinion.");
        }

        public async IAsyncEnumerable<ConstructorOutput> ConstructAsync(
            ExplanationRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            yield return new ConstructorOutput.Text("set_context(cell_type=\"C32\")\n");
        }
    }
}
