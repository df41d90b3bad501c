using VcrPortal.Generation.Agents.LanguageModels.Chat;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>What both agents of one run may spend together; a run that goes on after a restart begins a new one.</summary>
internal sealed class RunBudget(ChatModel model)
{
    private long _tokens;

    /// <summary>Times that sources were asked in this run.</summary>
    public int Calls { get; private set; }

    public bool MayCall => Calls < model.ToolCalls;

    /// <summary>The number of this call, from 1.</summary>
    public int Call() => ++Calls;

    public AgentNews.TokensUsed Spend(long input, long output)
    {
        _tokens += input + output;
        return new(model.Name, input, output, model.CostOf(input, output), model.Currency);
    }

    /// <exception cref="ModelUnavailableException">The budget is used up.</exception>
    public void ThrowIfSpent()
    {
        if (_tokens >= model.TokenBudget) throw new ModelUnavailableException(
            $"The job has used {_tokens:N0} tokens of the {model.TokenBudget:N0} that \u201c{model.Name}\u201d may use on one job. What "
            + "was written is kept; an administrator can raise TokenBudget.");
    }
}
