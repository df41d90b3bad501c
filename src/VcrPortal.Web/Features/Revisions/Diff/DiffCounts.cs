using System.Globalization;
using VcrPortal.Reasoning.Diff;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>A diff in one line.</summary>
internal static class DiffCounts
{
    /// <summary>"2 claims added, 1 rewired; 1 conclusion gained", or that it says the same.</summary>
    public static string For(GraphDiff diff)
    {
        if (diff.IsEmpty) return "The graph says the same.";
        var hunks = diff.Hunks;
        var changed = hunks.Where(h => h is Hunk.SignFlipped or Hunk.PrimitiveChanged or Hunk.Regrounded or Hunk.ArgumentChanged).ToList();
        return Sentence([
            (hunks.OfType<Hunk.Added>().Count(), "added"), (hunks.OfType<Hunk.Removed>().Count(), "removed"), (changed.Count, "changed"),
            (hunks.OfType<Hunk.Rewired>().Count(), "rewired"), (hunks.OfType<Hunk.ContextChanged>().Count(), "context changed")])
                + Conclusions(diff.Entailment);
    }

    private static string Conclusions(EntailmentDiff entailment) => entailment.IsEmpty ? ". The conclusions stay." : ". Conclusions: "
        + Sentence(
            [(entailment.Gained.Length, "gained"), (entailment.Lost.Length, "lost"), (entailment.Changed.Length, "on other grounds")])
            + ".";

    private static string Sentence(IEnumerable<(int Count, string Word)> parts) =>
        string.Join(
            ", ", parts.Where(p => p.Count > 0)
            .Select(p => p.Word == "context changed" ? p.Word : string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Word}")));
}
