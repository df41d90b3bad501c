using System.Collections.Immutable;
using VcrPortal.Generation.Agents;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>A way of writing that can be chosen, with the models that it can use.</summary>
/// <param name="Way">The part of an engine's id before its model: <c>vcr-agent</c>.</param>
/// <param name="Models">Empty for a way that needs none.</param>
public sealed record EngineChoice(string Way, string Title, string About, bool ReadsReports, ImmutableArray<string> Models)
{
    private const char Separator = ':';

    /// <summary>The engines of this portal, as people choose among them.</summary>
    public static ImmutableArray<EngineChoice> From(ImmutableArray<AgentEngine> engines) =>
    [
        .. engines.GroupBy(WayOf).Select(g => new EngineChoice(
            g.Key, TitleOf(g.First()), g.Skip(1).Any() ? "" : g.First().Needs, g.First().ReadsReports,
            [.. g.Select(e => e.Model).OfType<string>()])),
    ];

    /// <summary>The id of the engine that a form has chosen; null for the default one.</summary>
    public static string? IdOf(ImmutableArray<EngineChoice> choices, string? way, string? model) =>
        string.IsNullOrEmpty(way) ? null
        : choices.FirstOrDefault(c => c.Way == way) is not { } choice ? way
        : choice.Models.IsEmpty ? way : $"{way}{Separator}{(string.IsNullOrEmpty(model) ? choice.Models[0] : model)}";

    internal static string WayOf(AgentEngine engine) => engine.Id.Split(Separator)[0];

    private static string TitleOf(AgentEngine engine) => engine.Model is null ? "Built-in engine (no language model)" : engine.Kind;
}
