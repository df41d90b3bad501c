using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Phenotypes;

/// <summary>
/// Phenotype: judges <c>induces_phenotype</c> and <c>alleviates_phenotype</c>. A measured row of this perturbation in this cell decides
/// first: same way, supported; opposite way, refuted; no change, or rows that disagree, undetermined. Without one, a gene whose loss the
/// graph starts from and that HPO or PrimeKG lists with the phenotype supports that the phenotype is induced; any other association has no
/// direction and stays undetermined.
/// </summary>
public sealed class PhenotypeVerifier(ImportedStatements imported) : IVerifier
{
    /// <summary>Without any of these there is nothing to judge by, and the claim is not testable.</summary>
    public static ImmutableArray<string> Datasets { get; } =
        [KnowledgeDataset.PhenotypeTable, KnowledgeDataset.Hpo, KnowledgeDataset.PrimeKg];

    public static VerifierRegistration Registration { get; } = VerifierRegistration.OverImports(
        imported => new PhenotypeVerifier(imported), Datasets,
        new DecisionTable("Phenotype", "`induces_phenotype`, `alleviates_phenotype`",
            "measured under this perturbation in this cell, the same way; else, for an induced phenotype, a gene whose loss the graph "
            + "starts from is listed with it",
            "measured, the other way",
            "not measured; measured without change; measurements that disagree; any other association, which has no direction"));

    public string Name => "Phenotype";
    public string Version => "1.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action is { Kind: ClaimKind.Phenotype, Id: { } id }
                && action.Text("phenotype") is { } phenotype) yield return Judge(action, id, phenotype, request);
        }
    }

    private Verdict Judge(ActionNode action, NodeId id, string phenotype, VerificationRequest request)
    {
        var (isInduced, actor) = (action.OutputSign > 0, action.Text("source") ?? action.Text("actor") ?? "");
        var about = imported.Recognizer.Match(phenotype) is { Type: EntityTypes.Phenotype } known ? known.Name : null;
        Verdict Say(VerdictKind kind, string reason, IEnumerable<PairStatement> rows) =>
            IssueVerdict.From(this, new(id), $"{CellOf(request.Question)} {request.TextOf(action)}", kind, reason,
            [.. rows.Take(6).Select(r => r.ToRow(Text(r, phenotype)))], request.SourcesOf(id), imported.Version,
            strength: rows.Any(r => r.Said.Kind == EdgeKind.ChangesPhenotype) ? Strength.MeasuredHere : Strength.Curated);

        if (about is null) return Say(VerdictKind.Undetermined, $"No table here knows the phenotype {phenotype}.", []);
        var measured = Measured(request.Question, about);
        if (measured.Count > 0) return JudgeMeasured(measured, isInduced, phenotype, Say);
        var listed = GenesBefore(actor, id, request.Graph).SelectMany(gene => imported.From(EntityKind.Gene, gene, IsAssociation))
            .Where(s => s.Target == about).ToList();
        if (listed.Count == 0) return Say(
            VerdictKind.Undetermined,
            $"No table here has {phenotype} under this perturbation in this cell, or lists a gene of this route with it.", []);
        var lost = listed.Where(s => IsLost(s.Source, request.Graph)).ToList();
        return isInduced && lost.Count > 0
            ? Say(VerdictKind.Supported, $"{lost[0].Source}, which is lost here, is listed with {phenotype}.", lost)
            : Say(VerdictKind.Undetermined,
                $"{string.Join(", ", listed.Select(s => s.Source).Distinct().Take(4))} is listed with {phenotype}; the table does not "
                + "say which way.", listed);
    }

    private static Verdict JudgeMeasured(
        List<PairStatement> rows, bool isInduced, string phenotype, Func<VerdictKind, string, IEnumerable<PairStatement>, Verdict> say)
    {
        var signs = rows.Select(r => r.Said.Sign).Distinct().ToList();
        if (signs.Count > 1) return say(VerdictKind.Undetermined, $"The measurements of {phenotype} disagree.", rows);
        if (signs[0] == 0) return say(
            VerdictKind.Undetermined, $"Measured without a change of {phenotype}. That is no verdict on the direction claimed.", rows);
        var way = signs[0] > 0 ? "rises" : "falls";
        return signs[0] > 0 == isInduced
            ? say(VerdictKind.Supported, $"Measured: {phenotype} {way}, as claimed.", rows)
            : say(VerdictKind.Refuted, $"Measured: {phenotype} {way}, against the claim.", rows);
    }

    /// <summary>Rows of this perturbation in this cell; none where several perturbations were asked about.</summary>
    private List<PairStatement> Measured(Question question, string phenotype)
    {
        if (question.Causes is not [var cause] || CellOf(question) is not { } cell) return [];
        return [.. imported.From(
            cause.IsGeneEdit ? EntityKind.Gene : EntityKind.Compound, cause.Actor, said => said.Kind == EdgeKind.ChangesPhenotype
            && NameFolding.Fold(said.Record) == NameFolding.Fold(cell)).Where(s => s.Target == phenotype)];
    }

    private static string? CellOf(Question question) =>
        question.Line?.Name ?? question.Record.Contexts.Select(c => c.CellLine).FirstOrDefault(c => c is not null);

    /// <summary>The actor where it is a gene, and the genes of the actions that lead to the claim in one step.</summary>
    private IEnumerable<string> GenesBefore(string actor, NodeId id, ActionGraph graph) =>
        imported.Genes(actor).Concat(graph.Edges.Where(e => e.Target == id).Select(e => graph.Find(e.Source)).OfType<ActionNode>()
            .SelectMany(a => SignedOutputs.From(a, imported.Recognizer)).SelectMany(o => imported.Genes(o.Entity))).Distinct();

    private static bool IsLost(string gene, ActionGraph graph) =>
        graph.Actions.Any(a => a is { Kind: ClaimKind.ProteinFunction, OutputSign: < 0 } && a.Text("protein") == gene);

    private static bool IsAssociation(Statement said) =>
        said.Kind == EdgeKind.RelatesTo
            && (said.Dataset == KnowledgeDataset.Hpo || (said.Dataset == KnowledgeDataset.PrimeKg && said.Record == "phenotype_protein"));

    private static string Text(PairStatement row, string phenotype) => row.Said.Kind == EdgeKind.ChangesPhenotype
        ? $"{row.Said.Detail}: {row.Source} in {row.Said.Record}: {phenotype} "
            + $"{row.Said.Sign switch { > 0 => "up", < 0 => "down", _ => "not changed" }}"
        : $"{row.Source} is listed with {phenotype} ({row.Said.Record})";
}
