using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using VcrPortal.Generation.Agents.LanguageModels.Tools;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>The kernel of one agent in one job: its model, its tools, and the limits around them.</summary>
internal static class JobKernel
{
    public static Kernel Build(IChatClient client, params ReadOnlySpan<KernelPlugin> plugins)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(client).AddSingleton<IFunctionInvocationFilter, ToolLimits>();
        foreach (var plugin in plugins) builder.Plugins.Add(plugin);
        return builder.Build();
    }
}
