using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tables;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Verifiers.GeneExpression;
using VcrPortal.Generation.Verifiers.Genotypes;
using VcrPortal.Generation.Verifiers.Localisation;
using VcrPortal.Generation.Verifiers.Membership;
using VcrPortal.Generation.Verifiers.Modifications;
using VcrPortal.Generation.Verifiers.Phenotypes;
using VcrPortal.Generation.Verifiers.Regulons;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Generation.Verifiers.Stability;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The pipeline with the embedded engine over one knowledge base: what a fresh portal runs, and what tests build on a changed
/// pack.</summary>
public static class EmbeddedEngine
{
    public static GenerationPipeline Build(
        KnowledgeBase knowledge, IAffinityPredictor? predictor = null, params ImmutableArray<IKnowledgeSource> furtherSources) =>
        Build(InstalledKnowledge.From(knowledge), predictor, furtherSources);

    /// <param name="furtherSources">Asked beside the knowledge: Wikipedia, where it is switched on.</param>
    public static GenerationPipeline Build(
        InstalledKnowledge installed, IAffinityPredictor? predictor = null, params ImmutableArray<IKnowledgeSource> furtherSources)
    {
        var (knowledge, recognizer) = (installed.Base, installed.Recognizer);
        var index = new KnowledgeIndex(knowledge);
        var graph = new SignedGraph(knowledge);
        var imported = installed.Snapshot is null ? null : new ImportedStatements(installed.Snapshot, index, recognizer);
        return new(
            recognizer, new QuestionGrounding(index, recognizer),
            [new InstalledKnowledgeSource(graph, installed.Snapshot is null ? "Starter pack" : "Installed knowledge"),
            .. OverTables(knowledge, graph, installed.Expression), .. furtherSources],
            new GraphReportGenerator(graph), new GraphExplanationConstructor(graph),
            [new TargetVerifier(index, recognizer, predictor, imported), new GenotypeVerifier(index, recognizer),
                new SignCoherenceVerifier(knowledge, graph, recognizer), .. OverImports(imported),
                .. installed.Expression is null ? ImmutableArray<IVerifier>.Empty
                    : [new ExpressionVerifier(installed.Expression, recognizer)]]);
    }

    private static ImmutableArray<IKnowledgeSource> OverTables(KnowledgeBase knowledge, SignedGraph graph, ExpressionTables? tables) =>
        tables is null ? [] : [new AnalogySource(knowledge, graph, tables)];

    private static ImmutableArray<IVerifier> OverImports(ImportedStatements? imported) => imported is null ? [] :
    [
        new RegulonVerifier(imported), new ModificationVerifier(imported), new StabilityVerifier(imported),
            new MembershipVerifier(imported),
        .. imported.HasAny(LocalisationVerifier.Datasets) ? ImmutableArray.Create<IVerifier>(new LocalisationVerifier(imported)) : [],
        .. imported.HasAny(PhenotypeVerifier.Datasets) ? ImmutableArray.Create<IVerifier>(new PhenotypeVerifier(imported)) : [],
    ];
}
