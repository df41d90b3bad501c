using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Membership;

/// <summary>
/// Pathway: judges <c>participates_in</c> a WikiPathways pathway by whether the entity is drawn there, and <c>modulates_complex</c> by
/// whether FamPlex counts every named member to the complex. Listed: supported. Not listed: undetermined, because no list of members is
/// complete. <c>modulates_pathway_activity</c> states a direction, of which membership says nothing: it stays undetermined, with what is
/// known of its members beside it.
/// </summary>
public sealed class MembershipVerifier(ImportedStatements imported) : IVerifier
{
    public static VerifierRegistration Registration { get; } = VerifierRegistration.OverImports(
        imported => new MembershipVerifier(imported), [],
        new DecisionTable("Pathway", "`participates_in`, `modulates_complex`",
            "drawn in that pathway; every member counted to that complex by FamPlex",
            "never", "not listed: no list is complete"),
        new DecisionTable("Pathway", "`modulates_pathway_activity`", "never", "never", "always: membership says nothing of direction"));

    public string Name => "Pathway";
    public string Version => "1.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action.Id is not { } id) continue;
            switch (action.Kind)
            {
                case ClaimKind.Membership when PathwayId(action.Text("ontology_id")) is { } pathway:
                    yield return Participates(action, id, pathway, request);
                    break;
                case ClaimKind.Complex when action["members"] is not null:
                    yield return Complex(action, id, request);
                    break;
                case ClaimKind.PathwayActivity when imported.Recognizer.Match(
                    action.Text("pathway") ?? "") is { Name: ['W', 'P', ..] pathway }:
                    yield return Activity(action, id, pathway, request);
                    break;
            }
        }
    }

    private Verdict Participates(ActionNode action, NodeId id, string pathway, VerificationRequest request)
    {
        var drawn = Drawn(imported.Genes(action.Text("entity")), pathway);
        return drawn.Count > 0
            ? Say(action, id, VerdictKind.Supported, $"{pathway} draws {action.Text("entity")}.", drawn, request)
            : Say(action, id, VerdictKind.Undetermined,
                $"{pathway} does not draw {action.Text("entity")}; that it takes no part does not follow.", [], request);
    }

    private Verdict Complex(ActionNode action, NodeId id, VerificationRequest request)
    {
        var complex = imported.Recognizer.Match(action.Text("complex") ?? "");
        var rows = new List<PairStatement>();
        var missing = new List<string>();
        foreach (var member in action["members"]!.Texts)
        {
            var within = complex is null ? [] : imported.Genes(complex.Name);
            var genes = imported.Genes(member);
            if (genes.IsEmpty || !genes.All(within.Contains)) missing.Add(member);
            else rows.AddRange(
                genes.Select(g => new PairStatement(g, complex!.Name, new(KnowledgeDataset.FamPlex, EdgeKind.PartOf, 0, "relations"))));
        }
        return missing.Count == 0
            ? Say(action, id, VerdictKind.Supported,
                $"FamPlex counts every member named to {action.Text("complex")}. Its direction is not judged.", rows, request)
            : Say(action, id, VerdictKind.Undetermined, $"FamPlex does not count {string.Join(", ", missing)} to {action.Text("complex")}.",
                rows, request);
    }

    private Verdict Activity(ActionNode action, NodeId id, string pathway, VerificationRequest request)
    {
        var parents = request.Graph.Edges.Where(e => e.Target == id).Select(e => request.Graph.Find(e.Source)).OfType<ActionNode>();
        var drawn = parents.SelectMany(p => SignedOutputs.From(p, imported.Recognizer))
            .SelectMany(o => Drawn(imported.Genes(o.Entity), pathway)).Distinct().ToList();
        return Say(action, id, VerdictKind.Undetermined,
            drawn.Count > 0
                ? $"{pathway} draws {string.Join(", ", drawn.Select(d => d.Source).Distinct().Take(4))}, which the graph changes. Which "
                    + "way the pathway then goes, no table here says."
                : $"Nothing that the graph changes before it is drawn in {pathway}.", drawn, request);
    }

    private List<PairStatement> Drawn(ImmutableArray<string> genes, string pathway) =>
        [.. genes.SelectMany(g => imported.From(EntityKind.Gene, g, said => said.Kind == EdgeKind.TakesPartIn))
            .Where(s => s.Target == pathway)];

    private static string? PathwayId(string? ontologyId) =>
        ontologyId is null ? null : ontologyId.StartsWith("WIKIPATHWAYS:WP", StringComparison.OrdinalIgnoreCase)
            ? ontologyId[13..].ToUpperInvariant() : ontologyId is ['W', 'P', ..] ? ontologyId : null;

    private Verdict Say(
        ActionNode action, NodeId id, VerdictKind kind, string reason, List<PairStatement> rows, VerificationRequest request) =>
        IssueVerdict.From(this, new(id), request.TextOf(action), kind, reason,
        [.. rows.Take(6)
            .Select(r => r.ToRow(r.Said.Kind == EdgeKind.PartOf ? $"{r.Source} is a part of {r.Target}" : $"{r.Target} draws {r.Source}"))],
            request.SourcesOf(id), imported.Version);
}
