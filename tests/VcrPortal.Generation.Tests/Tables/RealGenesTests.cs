using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Generation.Verifiers.GeneExpression;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Review;
using VcrPortal.Tests;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Tables;

/// <summary>Whole jobs on knock-downs that PerturbQA measured: the engine explains, the imported tables judge its genes.</summary>
public class RealGenesTests(ITestOutputHelper output)
{
    private static PerturbationRecord KnockDown(string gene, string line) =>
        new([new(line)], [new(PerturbationKind.Genetic, GeneSymbol: gene, GeneEdit: "knock-down")]);

    [DataFact]
    public async Task KnockDownsOfRealGenes_AreJudgedByPerturbQa_OnIndependentData()
    {
        var known = await ReferenceKnowledge.WithTablesAsync();
        var (grounding, reasoner) =
            (new QuestionGrounding(new(known.Base), known.Recognizer),
                new GraphReasoner(new SignedGraph(known.Base), PrimitiveVocabulary.Vcr20));
        var engine = GraphPipeline.Over(known);
        var verdicts = new List<Verdict>();
        var sources = known.Base.Relations.Select(r => r.Source).Distinct().Where(s => !s.Contains(':')).Order(StringComparer.Ordinal)
            .ToList();
        foreach (var line in (string[])["K562", "RPE1"])
            foreach (var gene in sources)
            {
                var told = reasoner.Reason(grounding.Ground(KnockDown(gene, line))).ClaimsAs(ClaimRole.Expression)
                    .SelectMany(c => c.Action["gene_list"]!.Texts).Distinct().ToList();
                if (told.Count == 0 || known.Expression!.Find(line, gene, told, CancellationToken.None).IsEmpty) continue;
                var trace = await GeneratedTrace.RunAsync(engine, KnockDown(gene, line));
                verdicts.AddRange(trace.Verdicts.Where(v => v.Verifier == ExpressionVerifier.VerifierName));
                foreach (
                    var verdict in trace.Verdicts.Where(
                    v => v is { Verifier: ExpressionVerifier.VerifierName, IsIndependent: true })) output.WriteLine(
                    $"{line} {gene}: {verdict.Kind} {verdict.Reason}");
            }
        output.WriteLine(
            $"{verdicts.Count} genes told of measured knock-downs: {verdicts.Count(v => v.Kind == VerdictKind.Supported)} supported, "
            + $"{verdicts.Count(v => v.Kind == VerdictKind.Refuted)} refuted");
        Assert.Contains(verdicts, v => v.IsIndependent);
        Assert.All(verdicts.Where(v => v.IsIndependent), v => Assert.All(v.Rows, r => Assert.Equal("PerturbQA", r.Source)));
    }
}
