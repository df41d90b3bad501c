using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review;

/// <summary>A judgement of one claim, as it is sent or typed so far.</summary>
/// <param name="Claim">A <see cref="Subject"/> as text.</param>
/// <param name="Answer">Null while nothing is chosen.</param>
public sealed record ClaimAnswer(string Claim, Answer? Answer, Disagreement? Reason = null, string? Note = null);

/// <summary>What reviewers came to together.</summary>
/// <param name="Differing">Claims that they answered differently.</param>
public sealed record ReviewVerdict(ReviewState State, string Reason, ImmutableArray<string> Differing);

/// <summary>The rules of a review; pure.</summary>
public static class ReviewRules
{
    /// <summary>The claims that are judged: every action that has an id of its own, in written order.</summary>
    public static ImmutableArray<(string Claim, ActionNode Action)> ClaimsOf(ActionGraph graph) =>
        [.. graph.Actions.Where(a => a.Id is not null).DistinctBy(a => a.Id)
            .Select(a => (Claim: new Subject.Node(a.Id!.Value).Text, Action: a)).Where(c => c.Claim.Length <= Subject.MostCharacters)];

    /// <summary>How many conclusions fall when this claim is taken for false, itself left out.</summary>
    public static int WeightOf(ActionGraph graph, NodeId claim) =>
        Consequences.From(graph, AssumedFalse.From(claim)).Conclusions
            .Count(c => c.Fate == ConclusionFate.LosesSupport && c.Conclusion.Id != claim);

    /// <summary>The most conclusions that fall with one claim.</summary>
    public static int WeightOf(ActionGraph graph) =>
        ClaimsOf(graph).Select(c => WeightOf(graph, c.Action.Id!.Value)).DefaultIfEmpty().Max();

    /// <returns>One sentence that says what to do and where, or null.</returns>
    public static string? Check(IReadOnlyList<ClaimAnswer> answers, IReadOnlyCollection<string> claims)
    {
        foreach (var answer in answers)
        {
            if (!claims.Contains(answer.Claim)) return "This revision has no such claim. Load the page again.";
            if (CheckOne(answer) is { } problem) return $"{Name(answer.Claim)}: {problem}";
        }
        var missing = claims.Except(answers.Where(a => a.Answer is not null).Select(a => a.Claim)).Select(Name)
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToList(); // n2 before n10
        return missing.Count == 0 ? null : $"{missing.Count} of {claims.Count} claims are not judged yet: "
            + $"{string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? " and more" : "")}.";
    }

    /// <summary>What follows once all who were needed have judged.</summary>
    /// <param name="blind">The blind answers of each reviewer.</param>
    public static ReviewVerdict Settle(IReadOnlyCollection<IReadOnlyDictionary<string, Answer>> blind)
    {
        var claims = blind.SelectMany(b => b.Keys).Distinct().ToList();
        ImmutableArray<string> differing =
            [.. claims.Where(c => blind.Select(b => b.TryGetValue(c, out var a) ? (Answer?)a : null).Distinct().Count() > 1)];
        var people = blind.Count == 1 ? "1 reviewer" : $"{blind.Count} reviewers";
        if (differing.Length > 0) return new(
            ReviewState.Disputed, $"{people} differ on {differing.Length} of {claims.Count} claims.", differing);
        var wrong = claims.Where(c => blind.First()[c] == Answer.DoesNotHold).Select(Name).ToList();
        var agree = $"{people} {(blind.Count == 1 ? "judged" : "agree on")} all {claims.Count} claims";
        return wrong.Count == 0 ? new(ReviewState.Accepted, $"{agree}; none is wrong.", [])
            : new(ReviewState.Rejected, $"{agree}; {string.Join(", ", wrong.Take(5))} {(wrong.Count == 1 ? "does" : "do")} not hold.", []);
    }

    /// <summary>The id of a claim, for sentences.</summary>
    public static string Name(string claim) => Subject.Parse(claim) is Subject.Node node ? node.Id.Value : claim;

    private static string? CheckOne(ClaimAnswer answer)
    {
        if (answer.Answer is { } said && !Enum.IsDefined(said)) return "there is no such answer.";
        if (answer.Note?.Length > VoteRow.NoteLength) return $"a note has at most {VoteRow.NoteLength} characters.";
        if (answer.Answer is not (Answer.DoesNotHold or Answer.HoldsInPart)) return null;
        if (answer.Reason is not { } reason || !Enum.IsDefined(reason)) return "say what is wrong with it: choose a reason.";
        return reason == Disagreement.Other && (answer.Note?.Trim().Length ?? 0) < CastVote.LeastNote
            ? $"say in {CastVote.LeastNote} characters or more what is wrong." : null;
    }
}
