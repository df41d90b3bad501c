using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning.Cells;

/// <summary>
/// Which proteins have nothing to lose in this experiment, because the signal that they wait for is not given: blocking ATM in a cell whose
/// DNA is whole takes no act of ATM away, and does not lower TP53.
/// </summary>
internal sealed class Waiting(SignedGraph graph, Question question)
{
    private readonly Dictionary<string, Standby> _met = new(StringComparer.Ordinal);
    private readonly string _told = string.Join(
        '\n', question.Record.Contexts.SelectMany(c => (string?[])[c.Description, c.PerturbationType]).OfType<string>());

    /// <summary>Those that were to pass something on, in the order in which they were met.</summary>
    public ImmutableArray<Standby> Met => [.. _met.Values];

    /// <summary>The effect changes nothing of what <paramref name="protein"/>, itself or a member of what changes, does to
    /// <paramref name="target"/>.</summary>
    public bool Stops(Effect effect, string protein, string target)
    {
        if (effect is not { Kind: EffectKind.Activity, Sign: < 0 } || graph.StandbyOf(protein) is not { } standby
            || standby.Still.Contains(target) || IsGiven(standby)) return false;
        _met.TryAdd(standby.Protein, standby);
        return true;
    }

    private bool IsGiven(Standby standby) => standby.Words.Any(word => _told.Contains(word, StringComparison.OrdinalIgnoreCase));
}
