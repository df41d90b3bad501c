using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>
/// Explains and draws one question for nobody as a portal starts, with the engine that jobs will have but asking no service: the first
/// visitor then does not wait while that code is compiled.
/// </summary>
internal sealed class WarmUp(
    KnowledgeBase knowledge, ITraceGenerator generator, IServiceProvider services, ILoggerFactory logs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(async () =>
    {
        try { await RunAsync(stoppingToken); }
        catch (Exception) when (stoppingToken.IsCancellationRequested) { } // stopped while it warmed up
        // Jobs say for themselves what is wrong.
        catch (Exception e) { logs.CreateLogger<WarmUp>().LogWarning(e, "The first job will be slower"); }
    }, stoppingToken);

    /// <returns>What was drawn; empty when the knowledge has nothing to ask about.</returns>
    internal async Task<string> RunAsync(CancellationToken ct)
    {
        if (knowledge.Compounds.IsEmpty || knowledge.CellLines.IsEmpty) return "";
        var record = new PerturbationRecord(
            [new CellContext(knowledge.CellLines[0].Name)], [new Perturbation(PerturbationKind.Chemical, knowledge.Compounds[0].Name)]);
        List<JobEvent> events = [];
        var request = new GenerationRequest(record, KeepDeltas: true, IsOffline: true);
        await foreach (var e in generator.GenerateAsync(request, GenerationState.Empty, ct))
            events.Add(new JobEvent(events.Count + 1, DateTime.UnixEpoch, new JobEventBody.Generated(e)));
        return await DrawAsync(JobView.From(JobProgress.Empty.Apply(events), Audience.Everybody));
    }

    private async Task<string> DrawAsync(JobView view)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(JobBoard.Progress)] = view.Progress,
            [nameof(JobBoard.Graph)] = view.Graph,
            [nameof(JobBoard.Now)] = DateTime.UnixEpoch,
        });
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<JobBoard>(parameters)).ToHtmlString());
    }
}
