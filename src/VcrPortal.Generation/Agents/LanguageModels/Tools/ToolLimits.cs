using Microsoft.SemanticKernel;

namespace VcrPortal.Generation.Agents.LanguageModels.Tools;

/// <summary>Around every function of a job's kernel: what a model hands over is short and one line, whatever it read before.</summary>
internal sealed class ToolLimits : IFunctionInvocationFilter
{
    public const int LongestArgument = 120;

    public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        foreach (var (name, value) in context.Arguments)
            if (value?.ToString() is { } text && (text.Length > LongestArgument || text.Any(char.IsControl)))
                throw new ToolRefusedException($"Write {name} on one line of at most {LongestArgument} characters.");
        return next(context);
    }
}
