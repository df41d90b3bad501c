using Microsoft.Extensions.AI;
using VcrPortal.Generation.Agents.LanguageModels.Chat;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>A configured model that can be asked.</summary>
internal sealed record ModelClient(ChatModel Model, IChatClient Chat, TimeProvider Clock)
{
    /// <summary>Both agents of a run spend from one budget.</summary>
    public RunBudget BudgetIn(EngineNotes notes) => notes.GetOrWorkOut(() => new RunBudget(Model));
}
