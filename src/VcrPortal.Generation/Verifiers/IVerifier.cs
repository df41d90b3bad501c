using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers;

/// <summary>A graph to be judged, with what its claims were written from.</summary>
/// <param name="Citations">Per action: evidence numbers. A claim without citations was written by an engine that used no listed
/// source.</param>
public sealed record VerificationRequest(
    Question Question, ActionGraph Graph, ImmutableDictionary<NodeId, ImmutableArray<int>> Citations, EvidenceIndex Evidence)
{
    // Every verifier asks for the same few actions, one verifier after the other.
    private readonly Dictionary<NodeId, ImmutableHashSet<string>> _sources = [];
    private readonly Dictionary<ActionNode, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The resources that the engine used to write this action.</summary>
    public ImmutableHashSet<string> SourcesOf(NodeId action) =>
        _sources.TryGetValue(action, out var known) ? known : _sources[action] = Citations.TryGetValue(action, out var numbers)
            ? [.. numbers.Select(Evidence.Find).OfType<Knowledge.EvidenceItem>().Select(e => e.Source)] : [];

    /// <summary>An action as its line in the trace.</summary>
    public string TextOf(ActionNode action) =>
        _texts.TryGetValue(action, out var known) ? known : _texts[action] = ExplanationWriter.Write(action);
}

/// <summary>
/// Judges the claims that it can: Supported; Refuted, where a measurement says otherwise; Disputed, where curated knowledge does; or
/// Undetermined where its data is silent. It never throws for "unknown", and says
/// nothing of claims that are not its kind.
/// </summary>
public interface IVerifier
{
    string Name { get; }
    string Version { get; }

    IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct);
}

/// <summary>A verdict with its hash and its independence worked out.</summary>
internal static class IssueVerdict
{
    /// <param name="used">The resources that the engine used for this claim.</param>
    /// <param name="restsOn">The claim of the graph that the verdict takes for granted.</param>
    public static Verdict From(
        IVerifier verifier, Claim claim, string claimText, VerdictKind kind, string reason, ImmutableArray<EvidenceRow> rows,
        ImmutableHashSet<string> used, string dataVersion, double? score = null, string? thresholds = null,
        Strength strength = Strength.Curated, NodeId? restsOn = null)
    {
        var sameSource = !rows.IsEmpty && rows.All(r => used.Contains(r.Source));
        return new(
            claim, kind, verifier.Name, verifier.Version, reason, rows, sameSource, dataVersion,
            HashOf($"{verifier.Name}\n{verifier.Version}\n{dataVersion}\n{claimText}"), score, thresholds,
            sameSource ? Strength.SameSource : strength, restsOn);
    }

    private static string HashOf(string input)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(input), hash);
        return Convert.ToHexStringLower(hash);
    }
}
