using System.Collections.Immutable;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>The revisions that a record of a file becomes: the first as it stands there, a second where verification left less, or where
/// edges led nowhere.</summary>
/// <param name="Repairs">What was done to edges, as a sentence; null where they are sound.</param>
internal sealed record ImportedRevisions(ImmutableArray<GenerationEvent.RevisionWritten> Revisions, string? Repairs)
{
    /// <summary>Null of a record without any action.</summary>
    public static ImportedRevisions? From(WrittenExplanation written, string source, PrimitiveVocabulary vocabulary)
    {
        var generated = Read(written.Explain, written.Dag, vocabulary);
        if (generated.Actions.IsEmpty) return null;
        var verified = written.Verified is { } left ? Read(left, written.VerifiedDag ?? written.Dag, vocabulary) : null;
        var latest = verified is null || verified.Actions.IsEmpty ? generated : verified;
        // A file of ours whose hash is right holds what somebody published, and it stays to the letter.
        var repaired = latest.RevisionHash == written.Hash ? new(latest, [], 0, 0) : DanglingEdges.Repair(latest);
        var repairs = repaired.IsChanged ? Sentence(repaired) : null;
        var first = GenerationEvent.RevisionWritten.From(1, generated, $"as it stands in {source}");
        if (repaired.Graph.RevisionHash == generated.RevisionHash) return new([first], null);
        var reason = string.Join(' ', new[] { latest == generated ? null : "What its verification left.", repairs }.OfType<string>());
        return new([first, GenerationEvent.RevisionWritten.From(2, repaired.Graph, reason)], repairs);
    }

    /// <summary>What the graph itself says was asked, for records that do not say it.</summary>
    public static PerturbationRecord Asked(ActionGraph graph)
    {
        var what = graph.Actions.Where(a => a.Kind == ClaimKind.Binding).Select(a => a.Text("actor"))
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
        var where = graph.Context?["cell_type"]?.ToString();
        return new PerturbationRecord(
            string.IsNullOrWhiteSpace(where) ? [] : [new CellContext(where)],
            what is null ? [] : [new Perturbation(PerturbationKind.Chemical, what)]);
    }

    private static ActionGraph Read(string explain, string dag, PrimitiveVocabulary vocabulary) =>
        ExplanationReader.Read($"{explain}\n{dag}", vocabulary).Graph;

    private static string Sentence(RepairedEdges repaired)
    {
        var missing = string.Join(", ", repaired.Missing.Take(5).Select(id => id.Value)) + (repaired.Missing.Length > 5 ? "\u2026" : "");
        var joined = repaired.Joined == 0 ? "" : $", and {Count(repaired.Joined)} joined in their place";
        return $"{Count(repaired.LeftOut)} left out that led to no step ({missing}){joined}.";
    }

    private static string Count(int edges) => FormattableString.Invariant($"{edges} {(edges == 1 ? "edge" : "edges")}");
}
