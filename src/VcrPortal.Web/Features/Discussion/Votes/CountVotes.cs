using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Votes;

/// <summary>Counts votes for the revision that is shown.</summary>
internal static class CountVotes
{
    public static (VoteCounts Whole, FrozenDictionary<Subject, VoteCounts> Claims) From(IEnumerable<VoteRow> votes, Anchors anchors)
    {
        var placed = from vote in votes
                     let subject = Subject.Parse(vote.Subject)
                     where subject is not null
                     let anchor = anchors.Find(vote.Revision, subject)
                     where anchor.Here is not null
                     select (Subject: anchor.Here, Vote: vote, IsEarlier: anchor.State == AnchorState.Edited);
        var counts = placed.GroupBy(p => p.Subject).ToDictionary(g => g.Key, g => Count(g.Select(p => (p.Vote, p.IsEarlier))));
        return (counts.GetValueOrDefault(Subject.Trace, VoteCounts.None), counts.Where(t => t.Key is Subject.Node).ToFrozenDictionary());
    }

    private static VoteCounts Count(IEnumerable<(VoteRow Vote, bool IsEarlier)> votes)
    {
        var (now, earlier) = (votes.Where(v => !v.IsEarlier).Select(v => v.Vote).ToList(), votes.Count(v => v.IsEarlier));
        var reasons = now.Where(v => v.Reason is not null).GroupBy(v => v.Reason!.Value)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Count());
        return new(now.Count(v => v.IsUp), now.Count(v => !v.IsUp), reasons, earlier);
    }
}
