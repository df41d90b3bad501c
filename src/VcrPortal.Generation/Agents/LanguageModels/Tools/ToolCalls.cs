using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using VcrPortal.Generation.Sources;
using AskedCall = Microsoft.Extensions.AI.FunctionCallContent;
using ToolResult = Microsoft.Extensions.AI.FunctionResultContent;

namespace VcrPortal.Generation.Agents.LanguageModels.Tools;

/// <summary>Does what a model asks for, one call after the other, and tells of each: what was asked, what came of it, how long it took.
/// A call that cannot be done is answered with a sentence, and the model goes on.</summary>
internal sealed class ToolCalls(Kernel kernel, RunBudget budget, TimeProvider clock)
{
    // Bounded by the calls of one run.
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public async IAsyncEnumerable<AgentPiece> RunAsync(
        ImmutableArray<AskedCall> calls, List<ChatMessage> history, [EnumeratorCancellation] CancellationToken ct)
    {
        var results = new ChatMessage(ChatRole.Tool, []);
        history.Add(results);
        foreach (var call in calls)
        {
            if (!budget.MayCall)
            {
                results.Contents.Add(new ToolResult(call.CallId, "You may ask no more sources. Answer with what you have."));
                continue;
            }
            var number = budget.Call();
            yield return new AgentPiece.Told(
                new AgentNews.ToolCalled(number, Shortened(call.Name), QuestionOf(call), SourcePlugin.TitleOf(Find(call))));
            var since = clock.GetTimestamp();
            var (answer, failure) = await AskAsync(call, ct);
            var took = clock.GetElapsedTime(since).TotalMilliseconds;
            foreach (var item in answer?.Fresh ?? []) yield return new AgentPiece.Found(item);
            yield return new AgentPiece.Told(answer is null ? new AgentNews.ToolFailed(number, failure!, took)
                : new AgentNews.ToolAnswered(number, answer.Numbers.Length, answer.Numbers, took));
            results.Contents.Add(new ToolResult(call.CallId, answer?.Text ?? failure));
        }
    }

    private async Task<(SourceAnswer? Answer, string? Failure)> AskAsync(AskedCall call, CancellationToken ct)
    {
        if (Find(call) is not { } function)
            return (null, $"There is no tool of that name. There is {string.Join(", ", Functions.Select(f => f.Name))}.");
        if (call.Arguments is not { } arguments || call.Exception is not null)
            return (null, "The arguments of the call could not be read.");
        if (!_asked.Add($"{function.Name}\n{QuestionOf(call)}")) return (null, "This was asked before; its answer stands above.");
        try
        {
            var result = await kernel.InvokeAsync(function, new KernelArguments(arguments), ct);
            return (result.GetValue<SourceAnswer>(), null);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return (null, Told(failure));
        }
    }

    private IEnumerable<KernelFunction> Functions => kernel.Plugins.SelectMany(p => p);

    private KernelFunction? Find(AskedCall call) =>
        Functions.FirstOrDefault(f => f.Name.Equals(call.Name, StringComparison.OrdinalIgnoreCase));

    private static string Told(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
            if (at is SourceUnavailableException or ToolRefusedException) return at.Message;
        return failure is KernelException ? "The arguments of the call do not fit the tool." : "The source could not answer.";
    }

    private static string QuestionOf(AskedCall call) =>
        Shortened(string.Join(", ", (call.Arguments ?? new Dictionary<string, object?>()).Select(a => a.Value?.ToString() ?? "")));

    private static string Shortened(string text) =>
        text.Length > ToolLimits.LongestArgument ? text[..ToolLimits.LongestArgument] + "\u2026" : text;
}

/// <summary>A call that must not be done; the message goes to the model and to people.</summary>
internal sealed class ToolRefusedException(string message) : Exception(message);
