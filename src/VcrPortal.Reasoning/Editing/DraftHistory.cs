using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Editing;

/// <summary>A draft with what it was before and what was undone. A value, as the draft is.</summary>
public sealed record DraftHistory(GraphDraft Draft, ImmutableList<GraphDraft> Past, ImmutableList<GraphDraft> Undone)
{
    /// <summary>Drafts that are kept to go back to. They share what they have in common; the oldest goes first.</summary>
    public const int MostSteps = 200;

    public static DraftHistory From(GraphDraft draft) => new(draft, [], []);

    public bool CanUndo => !Past.IsEmpty;
    public bool CanRedo => !Undone.IsEmpty;

    /// <summary>A new state; what was undone can not be done again after it.</summary>
    public DraftHistory Become(GraphDraft draft) =>
        new(draft, (Past.Count < MostSteps ? Past : Past.RemoveAt(0)).Add(Draft), []);

    /// <summary>The state before; this one where there is none.</summary>
    public DraftHistory Undo() => Past.IsEmpty ? this : new(Past[^1], Past.RemoveAt(Past.Count - 1), Undone.Add(Draft));

    /// <summary>The state that was undone last; this one where there is none.</summary>
    public DraftHistory Redo() => Undone.IsEmpty ? this : new(Undone[^1], Past.Add(Draft), Undone.RemoveAt(Undone.Count - 1));
}
