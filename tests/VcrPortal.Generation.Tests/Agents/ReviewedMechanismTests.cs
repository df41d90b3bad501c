using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Agents;

/// <summary>What reading the engine's traces as a biologist found wrong (docs/review), so that it stays mended.</summary>
public class ReviewedMechanismTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    private static Effect Activity(string entity, int sign) => new(EffectKind.Activity, entity, sign);

    [Fact]
    public async Task EveryTargetThatLeadsToWhatIsTold_IsTold()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Palbociclib", "A549");
        Assert.Equal(["CDK4", "CDK6"], trace.Actions("binds_to").Select(a => a.Text("target")).Order());
        Assert.Contains(
            "HDAC2", (await GeneratedTrace.RunAsync(Pack, "Panobinostat", "A549")).Actions("binds_to").Select(a => a.Text("target")));
    }

    [Fact]
    public void ChangeOfRna_IsCarriedOnOnce()
    {
        var reached = SmallKnowledge.Propagate(SmallKnowledge.From("A => G WP1", "G => H WP1", "H + X WP1"), "A").Reached.Keys;
        Assert.Contains(new Effect(EffectKind.Expression, "H", -1), reached);
        Assert.DoesNotContain(reached, e => e.Entity == "X");
    }

    [Fact]
    public void ChangeOfRna_IsNotCarriedOnAlongAnImportedRelation()
    {
        var chosen = SmallKnowledge.From("A => G WP1", "G + X WP1");
        var imported = chosen with { Relations = [.. chosen.Relations.Select(r => r.Source == "G" ? r with { IsImported = true } : r)] };
        Assert.Contains(Activity("X", -1), SmallKnowledge.Propagate(chosen, "A").Reached.Keys);
        Assert.DoesNotContain(Activity("X", -1), SmallKnowledge.Propagate(imported, "A").Reached.Keys);
    }

    [Fact]
    public void ComplexThatOneSubunitChanges_ActsByItsOwnEdges_NotByThoseOfItsOtherSubunits()
    {
        var reached = SmallKnowledge.Propagate(
            SmallKnowledge.From("A + A9 WP9", "Q + Y WP1", "FPLX:K + X WP1").WithGroup("FPLX:K", GroupKind.Complex, "A", "Q"),
            "A").Reached.Keys;
        Assert.Contains(Activity("X", -1), reached);
        Assert.DoesNotContain(reached, e => e.Entity == "Y");
    }

    [Fact]
    public async Task MeasurableOutput_NeverLeadsOn()
    {
        foreach (
            var (compound, line) in ((string, string)[])[
            ("Panobinostat", "A549"), ("AZD1390", "A549"), ("Capivasertib", "A549"), ("Binimetinib", "C32")])
            Assert.DoesNotContain((await GeneratedTrace.RunAsync(Pack, compound, line)).Graph.Problems(), p => p.Code == "VCR321");
    }

    [Fact]
    public async Task GeneWhoseRnaIsFollowedFurther_IsTold_AndStaysInTheListThatIsMeasured()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Panobinostat", "A549");
        Assert.Contains(
            trace.Actions("modulates_molecule_activity"), a => a.Text("target") == "CDKN1A"
            && a.Text("via")!.StartsWith("TP53 induces its expression", StringComparison.Ordinal));
        Assert.Contains(
            trace.Actions("regulates_expression"), a => a.Text("regulator") == "TP53" && a["gene_list"]!.Texts.Contains("CDKN1A"));
    }

    [Fact]
    public async Task ShortCutToAPhenotype_DoesNotHideTheStepBetween()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Venetoclax", "A549");
        Assert.Contains(trace.Actions("modulates_molecule_activity"), a => a.Text("target") == "BAX" && a.Direction == Direction.Up);
        Assert.Contains(". Other ways to the same ends", trace.Report, StringComparison.Ordinal);
        Assert.Contains("other ways: CASP9", trace.Actions("induces_phenotype").Single().Text("via"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adagrasib_ActsOnItsOwnChangeOfKrasOnly()
    {
        Assert.Contains("no KRAS G12C change", (await GeneratedTrace.RunAsync(Pack, "Adagrasib", "A549")).Report, StringComparison.Ordinal);
        Assert.Contains((await GeneratedTrace.RunAsync(Pack, "Adagrasib", "MIA PaCa-2")).Graph.Actions, a => a.Primitive!.IsTerminal);
    }

    [Fact]
    public async Task Everolimus_BindsFkbp1a_WhichCarriesItToMtor()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Everolimus", "A549");
        var (carrier, mtor) = (
            trace.Actions("binds_to").Single(a => a.Text("target") == "FKBP1A"),
            trace.Actions("modulates_molecule_activity").Single(a => a.Text("target") == "MTOR"));
        Assert.Contains(carrier.Id!.Value, trace.Graph.Parents(mtor.Id!.Value));
        Assert.DoesNotContain(trace.Actions("modulates_molecule_activity"), a => a.Text("target") == "FKBP1A");
    }

    [Theory]
    [InlineData("Palbociclib", "A549", "J82", "RB1 is lost here")]
    [InlineData("Gefitinib", "HOP62", "KATO III", "keeps")]
    public async Task SameDrug_InALineThatCutsTheRoute_DiffersAndSaysWhy(string compound, string line, string other, string why)
    {
        var (one, two) = (await GeneratedTrace.RunAsync(Pack, compound, line), await GeneratedTrace.RunAsync(Pack, compound, other));
        Assert.NotEqual(one.Graph.SemanticHash, two.Graph.SemanticHash);
        Assert.Contains(why, one.Report + two.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Disagreement_NamesBothSides()
    {
        var conflict = Assert.Single(SmallKnowledge.Propagate(SmallKnowledge.From("A + B WP1", "A - B WP2"), "A").Conflicts);
        Assert.Equal([("WP1", -1), ("WP2", 1)], conflict.Ways.Select(w => (w.Edge.Rows.Single().PathwayId, w.Sign)));
    }

    /// <summary>Nothing is asserted without evidence, and nothing is lost for want of it.</summary>
    [Fact]
    public async Task ReasoningOverWhatWasRetrieved_SaysWhatReasoningOverEverythingSays()
    {
        var (grounding, reasoner) =
            (new QuestionGrounding(new(Pack), new EntityRecognizer(Pack)),
                new GraphReasoner(new SignedGraph(Pack), PrimitiveVocabulary.Vcr20));
        var engine = GraphPipeline.Over(Pack);
        var differing = new List<string>();
        foreach (var compound in Pack.Compounds)
            foreach (var line in (string[])["A549", "C32", "J82"])
            {
                var record = new PerturbationRecord([new(line)], [new(PerturbationKind.Chemical, compound.Name)]);
                var everything = reasoner.Reason(grounding.Ground(record));
                var told = await GeneratedTrace.RunAsync(engine, record);
                // The first revision: what measurement contradicts is taken out of the published one.
                var drawn = ExplanationReader.Read(told.Text).Graph;
                var (full, asked) = (Words(everything.Claims.Select(c => c.Action)), Words(drawn.Actions));
                if (full != asked) differing.Add($"{compound.Name} in {line}:\n{full}\n{asked}");
            }
        Assert.True(differing.Count == 0, $"{differing.Count} differ:\n{string.Join("\n\n", differing.Take(8))}");
    }

    private static string Words(IEnumerable<ActionNode> actions) =>
        string.Join(
            "; ", actions.Select(
            a => $"{a.Name} {a.Text("target") ?? a.Text("phenotype") ?? a.Text("pathway") ?? a.Text("protein")
                ?? a.Text("regulator") + " " + string.Join(",", a["gene_list"]?.Texts ?? [])} {a.Direction}")
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Binimetinib", "C32", RouteEnding.Reached)]
    [InlineData("Vemurafenib", "A549", RouteEnding.NotInThisCell)]
    [InlineData("Erdafitinib", "A549", RouteEnding.HeldByTheCell)]
    [InlineData("Zzyzxinib", "A549", RouteEnding.UnknownPerturbation)]
    public void EverySilence_HasItsReason(string compound, string line, RouteEnding expected)
    {
        var grounding = new QuestionGrounding(new(Pack), new EntityRecognizer(Pack));
        var told = new GraphReasoner(new SignedGraph(Pack), PrimitiveVocabulary.Vcr20)
            .Reason(grounding.Ground(new([new(line)], [new(PerturbationKind.Chemical, compound)])));
        Assert.Equal(expected, told.Ending);
        Assert.Equal(
            expected != RouteEnding.Reached,
            told.Limits.Any(l => l.StartsWith("No sound path leads from here to a measurable end: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Question_OfWhichAllWasRetrieved_IsWorkedOutOnceInARun()
    {
        var grounding = new QuestionGrounding(new(Pack), new EntityRecognizer(Pack));
        var question = grounding.Ground(new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]));
        var reasoner = new GraphReasoner(new SignedGraph(Pack), PrimitiveVocabulary.Vcr20);
        var everything = new EvidenceIndex(
            [.. question.Causes.SelectMany(c => c.Targets).Select(t => t.Fact).Concat(question.Alterations.Select(a => a.Fact))
                .Select((fact, i) => fact with { Number = i + 1 })]);
        Assert.Same(reasoner.Reason(question), reasoner.Reason(RetrievedKnowledge.Restrict(question, everything)));
        Assert.Empty(RetrievedKnowledge.Restrict(question, new EvidenceIndex([])).Causes.SelectMany(c => c.Targets));
    }

    [Fact]
    public void TargetThatNothingLeaves_AndADisputedOne_AreToldApart()
    {
        var (alone, disputed) = (SmallKnowledge.From("B + C WP1"), SmallKnowledge.From("A + B WP1", "A - B WP2"));
        Assert.Equal(
            RouteEnding.TargetUnconnected,
                new GraphReasoner(new SignedGraph(alone), PrimitiveVocabulary.Vcr20).Reason(SmallKnowledge.Question(alone, "A")).Ending);
        Assert.Equal(
            RouteEnding.Disputed,
                new GraphReasoner(new SignedGraph(disputed), PrimitiveVocabulary.Vcr20)
                .Reason(SmallKnowledge.Question(disputed, "A")).Ending);
    }

    [DataFact]
    public async Task CompoundWithoutTargets_GetsNoClaim_AndTheReportSaysWhy()
    {
        var engine = GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync());
        var gemcitabine = await GeneratedTrace.RunAsync(engine, new([new("A549")], [new(PerturbationKind.Chemical, "Gemcitabine")]));
        Assert.Empty(gemcitabine.Graph.Actions);
        Assert.Contains("names no target of Gemcitabine", gemcitabine.Report, StringComparison.Ordinal);
        var talc = await GeneratedTrace.RunAsync(engine, new([new("A549")], [new(PerturbationKind.Chemical, "Talc")]));
        Assert.Empty(talc.Graph.Actions);
        Assert.Contains("names no target of Talc", talc.Report, StringComparison.Ordinal);
    }

    [DataFact]
    public async Task CompoundWhoseTwoClassesContradictEachOther_IsNotFollowed()
    {
        var known = await ReferenceKnowledge.InstalledAsync();
        Assert.Equal("Bisoprolol", Assert.Single(known.Base.Compounds, c => c.ContradictsItself).Name);
        var trace =
            await GeneratedTrace.RunAsync(GraphPipeline.Over(known), new([new("A549")], [new(PerturbationKind.Chemical, "Bisoprolol")]));
        Assert.Contains("The compound table contradicts itself", trace.Report, StringComparison.Ordinal);
        Assert.DoesNotContain(trace.Graph.Actions, a => a.Name != "binds_to");
    }
}
