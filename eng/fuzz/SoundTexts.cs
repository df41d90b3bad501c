using System.Globalization;
using System.Text;
using System.Text.Json;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Fuzz;

/// <summary>Texts and files as good models write them: what damage begins with.</summary>
internal static class SoundTexts
{
    private static readonly string[] Words =
        ["MAP2K1", "BCL-2", "BAX/BAK", "caspase-3/7", "binimetinib", "G1 arrest", "0.9 nM", "<0.01 µM", "Ser222", "T185/Y187", "n1",
            "via n2 and n3", "細胞", "😀", "it's \\\"so\\\"", "a, b; c", ""];

    public static string Trace(Random random, int actions)
    {
        var text = new StringBuilder();
        var isTagged = random.Next(2) == 0;
        if (isTagged) text.Append("<think>The target first.</think>\n<answer>It arrests.</answer>\n<explain>\n");
        text.Append("set_context(cell_type=\"C32\", genotype=\"BRAF V600E\")\n");
        for (var number = 1; number <= actions; number++) Action(text, random, number, number == actions);
        if (isTagged) text.Append("</explain>\n<dag>\n");
        for (var number = 1; number < actions; number++)
            text.Append(CultureInfo.InvariantCulture,
                $"edge(\"n{number}\", \"n{random.Next(number + 1, Math.Min(actions, number + 4) + 1)}\", "
                + $"relation=\"{(random.Next(5) == 0 ? "correlative" : "causal")}\")\n");
        return (isTagged ? text.Append("</dag>\n") : text).ToString();
    }

    /// <summary>A list of VCR-Agent's records, or the same as JSON Lines.</summary>
    public static string Records(Random random, int records, bool isLines)
    {
        var rows = Enumerable.Range(0, records)
            .Select(index =>
            JsonSerializer.Serialize(
                new { index, explain = Trace(random, random.Next(1, 8)), dag = "edge(\"n1\", \"n2\", relation=\"causal\")" }));
        return isLines ? string.Join('\n', rows) : $"[{string.Join(',', rows)}]";
    }

    public static string Table(Random random, int rows) =>
        "index,explain,dag\r\n"
            + string.Concat(
            Enumerable.Range(0, rows).Select(index => $"{index},\"{Trace(random, random.Next(1, 8)).Replace("\"", "\"\"")}\",\r\n"));

    /// <summary>A <c>vcr-trace/1</c> document.</summary>
    public static string Document(Random random, int actions) => JsonSerializer.Serialize(new
    {
        format = "vcr-trace/1",
        vocabulary = new { id = "vcr-20", version = 1 },
        context = new { primitive = "set_context", arguments = new { cell_type = Word(random) } },
        actions = Enumerable.Range(1, actions)
            .Select(number =>
            new
            {
                id = $"n{number}",
                primitive = "binds_to",
                arguments = new { actor = Word(random), target = Word(random), affinity = Word(random) }
            }),
        edges = Enumerable.Range(1, Math.Max(0, actions - 1))
            .Select(number => new { source = $"n{number}", target = $"n{number + 1}", relation = "causal" }),
        groundings = new[] { new { text = Word(random), curie = "HGNC:1" } },
    });

    private static void Action(StringBuilder text, Random random, int number, bool isLast)
    {
        var primitives = PrimitiveVocabulary.Vcr20.Primitives;
        var primitive = isLast ? PrimitiveVocabulary.Vcr20.Find("induces_phenotype")! : primitives[random.Next(1, primitives.Length)];
        text.Append(primitive.Name).Append("(id=\"n").Append(number).Append('"');
        foreach (var argument in primitive.Arguments.Where(a => a.Kind != ArgumentKind.ActionId && (a.Required || random.Next(4) == 0)))
            text.Append(", ").Append(argument.Name).Append('=').Append(Value(random, argument.Kind));
        text.Append(")\n");
    }

    private static string Value(Random random, ArgumentKind kind) => kind switch
    {
        ArgumentKind.Direction => random.Next(2) == 0 ? "\"up\"" : "\"down\"",
        ArgumentKind.EntityList => $"[\"{Word(random)}\", \"{Word(random)}\"]",
        _ => $"\"{Word(random)}\"",
    };

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
