using System.Collections.Immutable;

namespace VcrPortal.Generation.Agents;

/// <summary>The engines that this process can write with, in the order of their registration; the first one is the default.</summary>
public sealed class EngineRegistry
{
    /// <exception cref="ArgumentException">There is no engine, or two share an id or a title.</exception>
    public EngineRegistry(IEnumerable<AgentEngine> engines)
    {
        All = [.. engines];
        if (All.IsEmpty) throw new ArgumentException("No engine is registered. Register at least one AgentEngine.", nameof(engines));
        var names = All.SelectMany(e => new[] { e.Id, e.Title }.Distinct(StringComparer.OrdinalIgnoreCase));
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } shared)
            throw new ArgumentException(
                $"Two engines are called \u201c{shared.Key}\u201d. Give one of them another id or title.", nameof(engines));
    }

    public ImmutableArray<AgentEngine> All { get; }

    public AgentEngine Default => All[0];

    /// <summary>The engine of this id or title.</summary>
    public AgentEngine? Find(string name) => All.FirstOrDefault(
        e => e.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || e.Title.Equals(name, StringComparison.OrdinalIgnoreCase));
}
