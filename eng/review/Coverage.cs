using System.Diagnostics;
using System.Globalization;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Review;

/// <summary>Every compound in every line that was measured: how far the explanation comes, and why no further.</summary>
internal static class Coverage
{
    public static async Task PrintAsync(InstalledKnowledge knowledge, bool withCompounds, TextWriter output)
    {
        var grounding = new QuestionGrounding(new KnowledgeIndex(knowledge.Base), knowledge.Recognizer);
        var reasoner = new GraphReasoner(new SignedGraph(knowledge.Base), PrimitiveVocabulary.Vcr20);
        var lines = MeasuredLines(knowledge.Snapshot!);
        var clock = Stopwatch.StartNew();
        var endings = (from compound in knowledge.Base.Compounds
                       from line in lines
                       select (Compound: compound,
                           reasoner.Reason(grounding.Ground(new([new(line)], [new(PerturbationKind.Chemical, compound.Name)]))).Ending))
                           .ToList();
        var perPair = clock.Elapsed / endings.Count;
        await output.WriteLineAsync(
            $"{Count(knowledge.Base.Compounds.Length)} compounds in {lines.Count} lines, {Count(endings.Count)} pairs; "
            + $"{perPair.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture)} ms a pair for the reasoning.\n");
        await output.WriteLineAsync("| ending | pairs | share | compounds with it in some line |\n|---|---|---|---|");
        foreach (var group in endings.GroupBy(e => e.Ending).OrderBy(g => g.Key))
            await output.WriteLineAsync(
                $"| {group.Key} | {Count(group.Count())} | "
                + $"{(group.Count() / (double)endings.Count).ToString("P1", CultureInfo.InvariantCulture)} | "
                + $"{group.Select(e => e.Compound.Name).Distinct().Count()} |");
        if (!withCompounds) return;
        foreach (
            var group in endings.GroupBy(e => (e.Ending, e.Compound)).OrderBy(g => g.Key.Ending)
            .ThenBy(g => g.Key.Compound.Name, StringComparer.Ordinal))
            await output.WriteLineAsync(
                $"{group.Key.Ending}\t{group.Count()}\t{group.Key.Compound.Name}\t{group.Key.Compound.Mechanism}\t"
                + $"{string.Join(", ", group.Key.Compound.Targets)}");
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static List<string> MeasuredLines(KnowledgeSnapshot snapshot) =>
        [.. snapshot.OfKind(EntityKind.CellLine).Where(line => WasMeasured(snapshot, line.Index)).Select(line => line.Key)];

    private static bool WasMeasured(KnowledgeSnapshot snapshot, int line)
    {
        foreach (var edge in snapshot.To(line))
            if (snapshot.KindOfStatement(edge.Statement) == EdgeKind.MeasuredIn) return true;
        return false;
    }
}
