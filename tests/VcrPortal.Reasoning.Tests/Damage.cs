using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests;

/// <summary>Texts as they come from broken transports and creative models: good ones that were cut, spliced, doubled and
/// overwritten.</summary>
internal static class Damage
{
    public const string Sound = """
        <think>First the target, then MAPK.</think>
        <answer>Binimetinib lowers MEK activity.</answer>
        <explain>
        set_context(cell_type="C32", genotype="BRAF V600E", disease="melanoma")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM", via="allosteric pocket, \"MEK\"")
        modulates_pathway_activity(id="n2", pathway="MAPK signalling", direction="down", via="n1")
        regulates_expression(id="n3", regulator="MAPK1", gene_list=["DUSP6", "SPRY4"], direction="down")
        induces_phenotype(id="n4", source="binimetinib", phenotype="G1 arrest — 細胞 😀", via='MEK's loss')
        </explain>
        <dag>
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        edge("n2", "n4", relation="correlative")
        </dag>
        """;

    private static readonly string[] Splinters =
        ["\"", "'", "(", ")", "[", "]", "{", "}", ",", ";", "=", "\\", "\n", "\r\n", "<", "</explain>", "<dag>", "<think>", "->", "#", "//",
            "```", "edge(", "binds_to(id=\"n1\"", "_x(", "\0", "\uD83D", "“", "”", "’"];

    public static Arbitrary<string> AnyText { get; } = Gen.Frequency(
        (6, Gen.Choose(0, int.MaxValue).Select(Damaged)),
        (1, Gen.ListOf(Gen.Elements(Splinters)).Select(parts => string.Concat(parts))),
        (1, ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""))).ToArbitrary();

    private static string Damaged(int seed)
    {
        var random = new Random(seed);
        var text = random.Next(2) == 0 ? Sound : ExplanationWriter.Write(Graphs.Random(seed, 12));
        for (var edits = random.Next(1, 6); edits > 0; edits--) text = Mutate(text, random);
        return text;
    }

    private static string Mutate(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        var to = random.Next(from, Math.Min(text.Length, from + 60) + 1);
        return random.Next(5) switch
        {
            0 => text[..from],
            1 => text.Remove(from, to - from),
            2 => text.Insert(from, text[from..to]),
            3 => text.Insert(from, Splinters[random.Next(Splinters.Length)]),
            _ => text.Insert(
                random.Next(text.Length + 1), new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => (char)random.Next(0x10000))])),
        };
    }
}
