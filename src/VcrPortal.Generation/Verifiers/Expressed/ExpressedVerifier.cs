using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Expressed;

/// <summary>
/// Judges by the baseline expression of the line whether there is anything that could change: a protein whose gene is not expressed here
/// has no activity to lose or to gain, and a factor that is not there regulates nothing. That a gene is expressed proves nothing, and stays
/// undetermined.
/// </summary>
public sealed class ExpressedVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.LineExpression)
{
    /// <summary>The name that publication rules know it by.</summary>
    public const string VerifierName = "Expressed";

    /// <summary>Lines in which a gene must be known before it can be called restricted.</summary>
    private const int LinesToTell = 10;

    // It works at traces that RNA sequencing does not see.
    private static readonly ImmutableHashSet<string> AtTraces = ["TERT"];

    public static VerifierRegistration Registration { get; } = new(data => new ExpressedVerifier(data.Evidence), new DecisionTable(
        VerifierName, "targets and factors in this line", "never: that a gene is expressed proves nothing",
        "every gene that the target or factor names is below 0.5 TPM in the untreated line: the target is not expressed here",
        "gene or line not known; any gene at 0.5 TPM or more. Where the line is not known and fewer than half of the lines express the "
            + "gene, it says so: the explanation is then a supposition"));

    public override string Name => VerifierName;

    /// <summary>It says that the target is not known here and that most lines lack it: what follows is a supposition.</summary>
    public static bool IsSupposition(Verdict verdict) => verdict is
    {
        Verifier: VerifierName, Kind: VerdictKind.Undetermined, Strength: Strength.MeasuredElsewhere
    };

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        if ((request.Graph.Context?.Text("cell_type") ?? request.Question.Line?.Name) is not { } line) yield break;
        foreach (var action in request.Graph.Actions)
        {
            if (action.Id is not { } id) continue;
            var verdicts = action.Kind switch
            {
                ClaimKind.MoleculeActivity or ClaimKind.Stability => Judge(request, action, id, action.Text("target"), line, true),
                ClaimKind.Expression => Judge(request, action, id, action.Text("regulator"), line, false),
                _ => [],
            };
            foreach (var verdict in verdicts) yield return verdict;
        }
    }

    private IEnumerable<Verdict> Judge(
        VerificationRequest request, ActionNode action, NodeId id, string? protein, string line, bool isTold)
    {
        var genes = Evidence.Genes(protein);
        if (genes.IsEmpty) return [];
        var known = genes.Select(gene => Evidence.Pack.Lines.Expression(gene, line)).OfType<BaselineExpression>().ToList();
        var isAbsent = known.Count == genes.Length && known.All(k => k.IsExpressed == false && !AtTraces.Contains(k.Gene));
        // A factor is no claim of its own: only its absence says anything, and then of the whole action.
        if (!isAbsent && !isTold) return [];
        ImmutableArray<EvidenceRow> rows = [.. known.Take(6).Select(RowOf)];
        return Say(request, new(id), action, known.Count == 0 ? Restricted(genes, protein!, line) :
        [
            isAbsent
                ? new Finding(
                    VerdictKind.Refuted, $"{protein} is not expressed here: {Level(known)} TPM in {line}.", rows, Strength.MeasuredHere,
                        null,
                    "not expressed below 0.5 TPM")
                : new Finding(
                    VerdictKind.Undetermined, $"{protein} is not missing in {line}, which does not say which way it goes.", rows,
                    Strength.MeasuredHere),
        ], $"The baseline expression of {protein} in {line} is not known; the claim holds only where it is expressed.");
    }

    /// <summary>Nothing for a target that lines mostly express, or that too few lines tell of.</summary>
    private List<Finding> Restricted(ImmutableArray<string> genes, string protein, string line)
    {
        var lines = genes.Select(gene => (Gene: gene, Known: Evidence.Pack.Lines.ExpressionOf(gene))).ToList();
        if (!lines.TrueForAll(g => g.Known.Length >= LinesToTell && Expressing(g.Known) * 2 < g.Known.Length)) return [];
        ImmutableArray<EvidenceRow> rows = [.. lines.Take(6).Select(g => new EvidenceRow(
            EvidenceSource.DepMap, $"{g.Gene}: {Expressing(g.Known)} of {g.Known.Length} untreated lines express it"))];
        return [new(
            VerdictKind.Undetermined, $"The expression of {protein} in {line} is not known, and most lines lack it. The claim holds only "
                + "where it is expressed.", rows, Strength.MeasuredElsewhere)];
    }

    private static int Expressing(ImmutableArray<BaselineExpression> lines) => lines.Count(k => k.IsExpressed == true);

    private static string Level(List<BaselineExpression> known) => known.Max(k => k.Tpm).ToString("0.##", CultureInfo.InvariantCulture);

    private static EvidenceRow RowOf(BaselineExpression k) => new(
        EvidenceSource.DepMap, string.Create(CultureInfo.InvariantCulture, $"{k.Gene} in untreated {k.Line}: {k.Tpm:0.##} TPM"));
}
