using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>
/// The evidence that drove the edits of a run. A claim that was changed because a source said so is written from that source, so the source
/// scores it no more: driving and scoring evidence are apart for every changed claim. Where the same source goes on to score other claims,
/// the trail says so.
/// </summary>
internal sealed class DrivingEvidence
{
    // Bounded by the claims of one explanation.
    private readonly Dictionary<NodeId, HashSet<string>> _sources = [];
    private readonly SortedSet<string> _all = new(StringComparer.Ordinal);

    public void Add(ImmutableArray<NodeId> touched, ImmutableArray<string> sources)
    {
        _all.UnionWith(sources);
        foreach (var id in touched)
        {
            if (!_sources.TryGetValue(id, out var known)) _sources[id] = known = new(StringComparer.Ordinal);
            known.UnionWith(sources);
        }
    }

    /// <summary>The verdicts as they score: those that rest on driving evidence alone count as of the same source.</summary>
    public ImmutableArray<Verdict> Scoring(ImmutableArray<Verdict> verdicts, VerificationRequest request) =>
        [.. verdicts.Select(verdict =>
            Drove(verdict, request) ? verdict with { SameSource = true, Strength = Strength.SameSource } : verdict)];

    /// <summary>What is to be said of the two kinds of evidence; null where no edit was driven by any.</summary>
    public string? Note(ImmutableArray<Verdict> scoring)
    {
        if (_all.Count == 0) return null;
        var others = scoring.Where(v => v.IsIndependent).SelectMany(v => v.Rows).Select(r => r.Source).Where(_all.Contains).Distinct()
            .Order(StringComparer.Ordinal).ToList();
        var drove = $"{string.Join(", ", _all)} drove edits and {(_all.Count == 1 ? "scores" : "score")} no changed claim";
        return others.Count == 0 ? $"{drove}, nor any other." : $"{drove}; {string.Join(", ", others)} "
            + $"{(others.Count == 1 ? "scores" : "score")} other claims of this explanation, so the two are not wholly apart.";
    }

    private bool Drove(Verdict verdict, VerificationRequest request)
    {
        var id = verdict.Claim.EdgeTarget ?? verdict.Claim.Action;
        if (verdict.SameSource || verdict.Rows.IsDefaultOrEmpty) return false;
        if (!_sources.TryGetValue(id, out var drove) && !_sources.TryGetValue(verdict.Claim.Action, out drove)) return false;
        var used = request.SourcesOf(id);
        return verdict.Rows.All(r => drove.Contains(r.Source) || used.Contains(r.Source));
    }
}
