using System.Globalization;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Review;

/// <summary>What the starter pack and the full knowledge answer to every pair of the pack: the directed claims that both make, and those on
/// which they differ.</summary>
internal static class Comparison
{
    private sealed record Difference(string Compound, string Line, string Claim, string Small, string Full);

    public static async Task PrintAsync(KnowledgeBase pack, InstalledKnowledge knowledge, TextWriter output)
    {
        var (small, full) = (GraphPipeline.Over(pack), GraphPipeline.Over(knowledge));
        var (pairs, shared, onlySmall, onlyFull, same) = (0, 0, 0, 0, 0);
        var (differences, withheld) = (new List<Difference>(), new List<Difference>());
        foreach (var compound in pack.Compounds)
            foreach (var line in pack.CellLines)
            {
                var one = Directions((await ReviewedTrace.AskAsync(small, compound.Name, line.Name)).Graph);
                var other = Directions((await ReviewedTrace.AskAsync(full, compound.Name, line.Name)).Graph);
                var both = one.Keys.Intersect(other.Keys).ToList();
                var differing = both.Where(claim => one[claim] != other[claim]).ToList();
                (pairs, shared, onlySmall, onlyFull) =
                    (pairs + 1, shared + both.Count, onlySmall + one.Count - both.Count, onlyFull + other.Count - both.Count);
                same += one.Count == other.Count && both.Count == one.Count && differing.Count == 0 ? 1 : 0;
                withheld.AddRange(
                    one.Keys.Except(other.Keys).Select(claim => new Difference(compound.Name, line.Name, claim, one[claim], "")));
                differences.AddRange(differing.Select(claim => new Difference(compound.Name, line.Name, claim, one[claim], other[claim])));
            }
        await output.WriteLineAsync(
            $"Knowledge: {knowledge.Snapshot!.Version} ({string.Join(", ", knowledge.Snapshot.Datasets.Select(d => d.Name))})\n\n"
            + "| what | n |\n|---|---|");
        foreach (
            var (what, n) in new (
            string, int)[] { ("pairs asked", pairs), ("pairs with the same directed claims", same),
            ("directed claims that both make", shared), ("of them in the same direction", shared - differences.Count),
            ("only from the starter pack", onlySmall), ("only from the full knowledge", onlyFull), ("differing", differences.Count) })
            await output.WriteLineAsync($"| {what} | {n.ToString("N0", CultureInfo.InvariantCulture)} |");
        await PrintAsync(differences, output);
        await output.WriteLineAsync(
            "\nWhat only the starter pack claims, because the full knowledge has a source that disagrees, or something nearer to tell:\n\n"
            + "| compound | claim | way | lines |\n|---|---|---|---|");
        foreach (var group in withheld.GroupBy(d => (d.Compound, d.Claim, d.Small)))
            await output.WriteLineAsync(
                $"| {group.Key.Compound} | {group.Key.Claim} | {group.Key.Small} | {string.Join(", ", group.Select(d => d.Line))} |");
    }

    private static async Task PrintAsync(List<Difference> differences, TextWriter output)
    {
        if (differences.Count == 0)
        {
            await output.WriteLineAsync("\nNo claim that both make differs in its direction.");
            return;
        }
        await output.WriteLineAsync(
            "\nEvery claim that differs:\n\n| compound | claim | starter pack | full knowledge | lines |\n|---|---|---|---|---|");
        foreach (var group in differences.GroupBy(d => (d.Compound, d.Claim, d.Small, d.Full)))
            await output.WriteLineAsync(
                $"| {group.Key.Compound} | {group.Key.Claim} | {group.Key.Small} | {group.Key.Full} | "
                + $"{string.Join(", ", group.Select(d => d.Line))} |");
    }

    /// <summary>What rises and what falls, by the words of the claim.</summary>
    private static Dictionary<string, string> Directions(ActionGraph graph) =>
        graph.Actions.SelectMany(Directed).DistinctBy(c => c.Claim).ToDictionary(c => c.Claim, c => c.Way, StringComparer.Ordinal);

    private static IEnumerable<(string Claim, string Way)> Directed(ActionNode action) => action.Name switch
    {
        "modulates_molecule_activity" => [($"activity of {action.Text("target")}", Way(action))],
        "modulates_pathway_activity" => [($"pathway {action.Text("pathway")}", Way(action))],
        "regulates_expression" => action["gene_list"]!.Texts.Select(gene => ($"RNA of {gene}", Way(action))),
        "induces_phenotype" => [($"phenotype {action.Text("phenotype")}", "up")],
        "alleviates_phenotype" => [($"phenotype {action.Text("phenotype")}", "down")],
        _ => [],
    };

    private static string Way(ActionNode action) => action.Direction == Direction.Up ? "up" : "down";
}
