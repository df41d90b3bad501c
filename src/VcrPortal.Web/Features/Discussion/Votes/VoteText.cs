using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Votes;

/// <summary>Votes in words.</summary>
internal static class VoteText
{
    public static ImmutableArray<Disagreement> Reasons { get; } = [.. Enum.GetValues<Disagreement>()];

    public static string For(Disagreement reason) => reason switch
    {
        Disagreement.Entity => "wrong entity",
        Disagreement.Grounding => "wrong grounding",
        Disagreement.Direction => "wrong direction",
        Disagreement.WrongPrimitive => "wrong primitive",
        Disagreement.NoSuchRelation => "no such relation",
        Disagreement.Context => "does not hold in this context",
        Disagreement.EvidenceSaysOtherwise => "evidence does not say this",
        _ => "other",
    };

    /// <summary>"disagrees: wrong direction"; of none, that it was taken back.</summary>
    public static string InTheLog(VoteRow? vote) =>
        vote is null ? "taken back" : vote.IsUp ? "agrees" : vote.Reason is { } reason ? $"disagrees: {For(reason)}" : "disagrees";

    /// <summary>"2 agree, 1 disagrees (wrong direction), 1 voted on an earlier wording"; null without votes.</summary>
    public static string? OfClaim(VoteCounts counts)
    {
        if (counts.IsEmpty) return null;
        var parts = new List<string>(3);
        if (counts.Up > 0) parts.Add($"{counts.Up} {(counts.Up == 1 ? "agrees" : "agree")}");
        if (counts.Down > 0) parts.Add(
            $"{counts.Down} {(counts.Down == 1 ? "disagrees" : "disagree")} "
            + $"({string.Join(", ", counts.Reasons.Select(r => r.Value == 1 ? For(r.Key) : $"{r.Value} {For(r.Key)}"))})");
        if (counts.Earlier > 0) parts.Add($"{counts.Earlier} voted on an earlier wording");
        return string.Join(", ", parts);
    }

    /// <summary>On a card of the graph, where room is scarce: "3 said, +2 -1"; empty when nothing was said.</summary>
    public static string OnCard(DiscussionView said, Subject subject)
    {
        var (comments, votes) = (said.CommentsOn(subject), said.VotesOn(subject));
        string?[] parts = [comments == 0 ? null : $"{comments} said", votes.Up == 0 ? null : $"+{votes.Up}",
            votes.Down == 0 ? null : $"−{votes.Down}"];
        return string.Join(' ', parts.OfType<string>());
    }

    /// <summary>What is said on each claim on which something is said: short for its card, and in words.</summary>
    public static FrozenDictionary<NodeId, (string Short, string Words)> OnCards(DiscussionView said) =>
        said.Subjects.Select(s => s.Subject).OfType<Subject.Node>().Select(s => (s.Id, Short: OnCard(said, s), Words: OfTalk(said, s)))
            .Where(t => t.Short.Length > 0).ToFrozenDictionary(t => t.Id, t => (t.Short, t.Words));

    /// <summary>What a claim's card says of the talk on it: "2 comments, 1 agrees"; "Discuss" when there is none.</summary>
    public static string OfTalk(DiscussionView said, Subject subject)
    {
        var comments = said.About(subject).Sum(t => t.Answers.Length + 1);
        string?[] parts = [comments == 0 ? null : comments == 1 ? "1 comment" : $"{comments} comments", OfClaim(said.VotesOn(subject))];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } words ? words : "Discuss";
    }
}
