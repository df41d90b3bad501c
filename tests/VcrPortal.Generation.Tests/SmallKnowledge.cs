using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Generation.Tests;

/// <summary>Tiny knowledge bases written in a line: <c>"A + B WP1"</c> is A activates B, drawn in WP1; <c>"=>"</c> expression, <c>"~>"</c>
/// phenotype.</summary>
internal static class SmallKnowledge
{
    public static KnowledgeBase From(params string[] relations) => new(
        "small-1",
        [new("drugA", new Curie("PUBCHEM.COMPOUND", "1"), [], ["A"], "A inhibitor", "inhibitor/antagonist", Polarity.Inhibits, "drugA")],
        [new("LINE1", new Curie("CVCL", "0001"), "Skin", [], [])],
        [.. relations.Select(Relation)], [],
        [.. relations.SelectMany(Ends).Distinct().Where(e => !e.StartsWith("PHENO:", StringComparison.Ordinal))
            .Select(e => new Gene(e, null, []))],
        [.. relations.SelectMany(Ends).Distinct().Where(e => e.StartsWith("PHENO:", StringComparison.Ordinal))
            .Select(e => new Phenotype(e, e[6..], null, []))], []);

    public static KnowledgeBase With(this KnowledgeBase knowledge, params DriverAlteration[] alterations) =>
        knowledge with { CellLines = [.. knowledge.CellLines.Select(l => l with { Alterations = [.. alterations] })] };

    public static KnowledgeBase WithGroup(this KnowledgeBase knowledge, string id, GroupKind kind, params string[] members) =>
        knowledge with { Groups = knowledge.Groups.Add(new(id, id[5..], kind, [], [.. members])) };

    public static Question Question(KnowledgeBase knowledge, params string[] targets)
    {
        var line = knowledge.CellLines[0];
        var compound = knowledge.Compounds[0] with { Targets = [.. targets] };
        var record = new PerturbationRecord([new(line.Name)], [new(PerturbationKind.Chemical, compound.Name)]);
        return new(
            record, [
            new(compound.Name, record.Perturbations[0], compound, compound.Polarity,
            [.. targets.Select(t => new DirectTarget(t, FactEvidence.From(compound), true))])],
            line, [.. line.Alterations.Select(a => new ContextAlteration(a.Gene, a.Change, a.Effect, FactEvidence.From(line, a)))], []);
    }

    public static PropagationResult Propagate(KnowledgeBase knowledge, params string[] targets) =>
        new Propagation(new SignedGraph(knowledge), Question(knowledge, targets))
            .Run([.. targets.Select(t => new Effect(EffectKind.Activity, t, -1))]);

    private static IEnumerable<string> Ends(string relation) =>
        relation.Split(' ') is [var source, _, var target, ..] ? [source, target] : throw new FormatException(relation);

    private static SignedRelation Relation(string text)
    {
        var parts = text.Split(' ');
        var (kind, sign, arrow) = parts[1] switch
        {
            "+" => (RelationKind.Activity, 1, "mim-stimulation"),
            "-" => (RelationKind.Activity, -1, "mim-inhibition"),
            "=>" => (RelationKind.Expression, 1, "mim-transcription-translation"),
            "=|" => (RelationKind.Expression, -1, "mim-inhibition"),
            "~>" => (RelationKind.Phenotype, 1, "mim-stimulation"),
            "~|" => (RelationKind.Phenotype, -1, "mim-inhibition"),
            _ => throw new FormatException(text),
        };
        return new(parts[0], kind, sign, parts[2], parts[3], arrow, null);
    }
}
