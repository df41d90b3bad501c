using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Verifiers;

namespace VcrPortal.Generation.Tests.Pipeline.Refinement;

/// <summary>A sound explanation with one fault planted in it, put to the whole pipeline: an engine that says it, and a measurement that
/// knows better.</summary>
internal sealed class PlantedRun
{
    public static readonly ImmutableArray<string> Sound =
    [
        """set_context(cell_type="C32", genotype="BRAF V600E GoF")""",
        """binds_to(id="n1", actor="Binimetinib", target="MAP2K1", affinity="12 nM", via="stated target [1]")""",
        """modulates_molecule_activity(id="n2", target="MAP2K1", direction="down")""",
        """modulates_molecule_activity(id="n3", target="MAPK1", direction="down")""",
        """regulates_expression(id="n4", regulator="MAPK1", gene_list=["DUSP6", "CCND1"], direction="down")""",
        """edge("n1", "n2", relation="causal")""", """edge("n2", "n3", relation="causal")""", """edge("n3", "n4", relation="causal")""",
    ];

    public List<GenerationEvent> Events { get; } = [];

    public IEnumerable<T> Of<T>() where T : GenerationEvent => Events.OfType<T>();

    public Discrepancy? First => Of<GenerationEvent.DiscrepancyFound>().FirstOrDefault()?.Discrepancy;

    public ImmutableArray<RefinementStep> Steps => [.. Of<GenerationEvent.EditTried>().Select(e => e.Result)];

    /// <summary>The explanation as refinement left it; null where it changed nothing.</summary>
    public string? Refined => Of<GenerationEvent.GraphRefined>().LastOrDefault()?.Text;

    public string Summary => Of<GenerationEvent.StageFinished>().Single(f => f.Stage == Stage.Refine).Summary;

    public IReadOnlyList<GenerationEvent.RevisionWritten> Revisions => [.. Of<GenerationEvent.RevisionWritten>()];

    /// <param name="instead">What stands in the place of a sound line.</param>
    public static Task<PlantedRun> WithAsync(string sound, string instead, Measured? measured = null, IEditChooser? chooser = null) =>
        OfAsync([.. Sound.Select(line => line.Replace(sound, instead, StringComparison.Ordinal))], measured, chooser);

    public static async Task<PlantedRun> OfAsync(
        ImmutableArray<string> lines, Measured? measured = null, IEditChooser? chooser = null, int steps = 3)
    {
        var services = new ServiceCollection();
        var engine = new AgentEngine("planted", "Planted", "Nothing", IsOffline: true, null, new Says(string.Join('\n', lines)))
        {
            Chooser = chooser,
        };
        services.AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration().AddSingleton(engine);
        services.AddSingleton(new VerifierRegistration(_ => measured ?? Measured.Truth));
        await using var provider = services.BuildServiceProvider();
        var run = new PlantedRun();
        var record = new PerturbationRecord([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);
        var request = new GenerationRequest(record, KeepDeltas: false, "planted", RefinementSteps: steps);
        await foreach (var e in provider.GetRequiredService<ITraceGenerator>().GenerateAsync(request, GenerationState.Empty, default))
            run.Events.Add(e);
        return run;
    }

    private sealed class Says(string text) : IExplanationConstructor
    {
        public IAsyncEnumerable<ConstructorOutput> ConstructAsync(ExplanationRequest request, CancellationToken ct) =>
            new ConstructorOutput[] { new ConstructorOutput.Text(text) }.ToAsyncEnumerable();
    }
}
