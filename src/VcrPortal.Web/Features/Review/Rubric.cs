using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Review;

/// <summary>What reviewers judge by. A published rubric never changes, a new version does; a review keeps the one it began with.</summary>
/// <param name="Question">What is asked of each claim.</param>
/// <param name="Rules">How to choose, a sentence each.</param>
public sealed record Rubric(int Version, string Question, ImmutableArray<string> Rules)
{
    public static ImmutableArray<Rubric> All { get; } =
    [
        new(1, "Does this claim hold in this cell?",
        [
            "Judge the claim as it stands: these molecules, this direction, this cell.",
            "A claim that only follows from another one is judged as if that one held.",
            "Holds in part: some of its genes, or another size. Say which in the note.",
            "Does not hold: other direction, other actor, or no such change. Say what is wrong.",
            "Cannot tell is an answer: nothing that you know of settles it. It is no mark against the claim.",
            "Sources and data are open to you. What checks and people said is held back until yours is stored.",
        ]),
    ];

    public static Rubric Newest => All[^1];

    public static Rubric Find(int version) => All.FirstOrDefault(r => r.Version == version) ?? Newest;

    public static string Word(Answer answer) => answer switch
    {
        Answer.Holds => "Holds",
        Answer.HoldsInPart => "Holds in part",
        Answer.DoesNotHold => "Does not hold",
        _ => "Cannot tell",
    };

    public static string Meaning(Answer answer) => answer switch
    {
        Answer.Holds => "as stated, in this cell, in this direction",
        Answer.HoldsInPart => "some genes, or another size",
        Answer.DoesNotHold => "other direction, other actor, or no such change",
        _ => "nothing I know of settles it",
    };
}
