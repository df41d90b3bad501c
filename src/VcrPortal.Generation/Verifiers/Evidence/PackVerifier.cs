using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.Evidence;

/// <summary>What a source of the pack says of a claim.</summary>
/// <param name="RestsOn">The claim of the graph that is taken for granted.</param>
internal readonly record struct Finding(
    VerdictKind Kind, string Reason, ImmutableArray<EvidenceRow> Rows, Strength Strength, NodeId? RestsOn = null,
    string? Thresholds = null, double? Score = null);

/// <summary>
/// A verifier by facts of the evidence pack. A file of the pack that cannot be read is named in the verdict, and the verifier's other files
/// go on.
/// </summary>
public abstract class PackVerifier : IVerifier
{
    private readonly ImmutableArray<string> _files;
    private readonly Lazy<string> _version;

    private protected PackVerifier(PackEvidence evidence, params ImmutableArray<string> files)
    {
        (Evidence, _files) = (evidence, files);
        _version = new(() => evidence.Version(files));
    }

    public abstract string Name { get; }

    public virtual string Version => "1.0";

    private protected PackEvidence Evidence { get; }

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var verdict in Judge(request))
        {
            ct.ThrowIfCancellationRequested();
            yield return verdict;
        }
    }

    private protected abstract IEnumerable<Verdict> Judge(VerificationRequest request);

    /// <summary>One verdict for each finding; one that nothing is known where there is none.</summary>
    private protected IEnumerable<Verdict> Say(
        VerificationRequest request, Claim claim, ActionNode action, IReadOnlyCollection<Finding> findings, string silence) =>
        Say(claim, $"{claim.Member} {request.TextOf(action)}", request.SourcesOf(claim.Action), findings, silence);

    private protected IEnumerable<Verdict> Say(
        Claim claim, string text, ImmutableHashSet<string> used, IReadOnlyCollection<Finding> findings, string silence)
    {
        foreach (var finding in findings) yield return Verdict(claim, text, used, finding);
        if (findings.Count == 0) yield return Verdict(
            claim, text, used, new(VerdictKind.Undetermined, Silence(silence), [], Strength.Curated));
    }

    /// <summary>What could not be read is said first: a missing file is not a silent source.</summary>
    private string Silence(string silence)
    {
        var missing = _files.Select(Evidence.Unavailable).OfType<string>().ToList();
        return missing.Count == 0 ? silence
            : $"{string.Join(" ", missing)} {(missing.Count == _files.Length ? "Nothing could be checked." : silence)}";
    }

    private Verdict Verdict(Claim claim, string text, ImmutableHashSet<string> used, Finding finding) =>
        IssueVerdict.From(
            this, claim, text, finding.Kind, finding.Reason, finding.Rows, used, _version.Value, finding.Score, finding.Thresholds,
            finding.Strength, finding.RestsOn);
}
