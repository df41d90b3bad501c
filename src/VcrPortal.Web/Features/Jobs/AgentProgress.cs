using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>What agents tell, folded into the state of their job.</summary>
internal static class AgentProgress
{
    public static JobProgress After(JobProgress state, AgentNews news, Stage stage, DateTime at) => news switch
    {
        AgentNews.PromptUsed prompt => state with { Prompts = state.Prompts.Add(prompt) },
        AgentNews.Suggested suggestion => state with { Suggestions = state.Suggestions.Add(suggestion) },
        AgentNews.CritiqueRead critique => state with { Critique = critique },
        AgentNews.Warned warned => state with { Warnings = state.Warnings.Add(warned.Text) },
        AgentNews.CitationDoubted doubt => state with { Doubts = state.Doubts.Add(doubt) },
        AgentNews.TokensUsed used => state with
        {
            Usage = new(state.Usage.Input + used.Input, state.Usage.Output + used.Output,
                used.Cost is { } cost ? (state.Usage.Cost ?? 0) + cost : state.Usage.Cost, used.Currency ?? state.Usage.Currency),
        },
        AgentNews.ToolCalled called => state with
        {
            Tools = state.Tools.Add(new(stage, called.Call, called.Tool, called.Title, called.Question, at, null, [], null, null)),
        },
        AgentNews.ToolAnswered answered => Change(state, stage, answered.Call, tool => tool with
        {
            Items = answered.Items,
            Evidence = answered.Evidence,
            Milliseconds = answered.Milliseconds,
        }),
        AgentNews.ToolFailed failed => Change(state, stage, failed.Call, tool => tool with
        {
            Failure = failed.Reason,
            Milliseconds = failed.Milliseconds,
        }),
        _ => state,
    };

    private static JobProgress Change(JobProgress state, Stage stage, int call, Func<ToolProgress, ToolProgress> change) =>
        state.Tools.FirstOrDefault(t => t.Stage == stage && t.Call == call) is { } tool
            ? state with { Tools = state.Tools.Replace(tool, change(tool)) } : state;
}
