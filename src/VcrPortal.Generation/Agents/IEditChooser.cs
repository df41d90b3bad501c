using System.Collections.Immutable;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents;

/// <summary>What is to be put right, and the edits that are permitted there, the one that is taken without a chooser first.</summary>
/// <param name="Discrepancy">What is wrong and what says so: hostile text.</param>
/// <param name="Explanation">Canonical text.</param>
public sealed record EditQuestion(
    PerturbationRecord Record, string Discrepancy, ImmutableArray<string> Edits, string Explanation, EngineNotes Notes);

/// <summary>What a chooser gives.</summary>
public abstract record ChooserOutput
{
    private ChooserOutput() { }

    public sealed record Told(AgentNews News) : ChooserOutput;
    /// <param name="Place">The place of the edit, counted from 0.</param>
    public sealed record Chose(int Place) : ChooserOutput;
}

/// <summary>Chooses among permitted edits; it can write none of its own, and whether one is kept is not its to say.</summary>
public interface IEditChooser
{
    /// <summary>The name under which the trail says who chose.</summary>
    string Name { get; }

    /// <summary>Chooses once or not at all; it never fails.</summary>
    IAsyncEnumerable<ChooserOutput> ChooseAsync(EditQuestion question, CancellationToken ct);
}
