namespace VcrPortal.Tests.Models;

/// <summary>What the stand-in for a model says of Binimetinib in C32: written for the tests, as such answers look. The numbers in brackets
/// are those of the starter pack's evidence on that question.</summary>
internal static class BinimetinibAnswers
{
    public const string Report = """
        ### The perturbation

        Binimetinib inhibits MAP2K1 and MAP2K2 [1].

        ### From target to effect

        With both kinases held, less of MAPK1 is phosphorylated, a *causal* step [1]. The moon is made of cheese and CDK4 agrees [1].

        ### Measurable ends

        DUSP6 should fall, as an expectation.

        """;

    public const string Explanation = """
        <think>The report names two targets and one expectation.</think>
        <answer>Binimetinib inhibits MEK1 and MEK2, so that ERK signalling and DUSP6 fall.</answer>
        <explain>
        set_context(cell_type="C32", genotype="BRAF V600E")
        binds_to(id="n1", actor="Binimetinib", target="MAP2K1", via="stated target [1]")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down", via="n1 [1]")
        regulates_expression(id="n3", regulator="MAPK1", gene_list=["DUSP6"], direction="down", via="n2")
        </explain>
        <dag>
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        </dag>
        """;

    /// <summary>The same, cut off in the middle of its graph.</summary>
    public static string CutExplanation => Explanation[..Explanation.LastIndexOf("\"n3\"", StringComparison.Ordinal)];

    /// <summary>The same of another compound, and of no cell line.</summary>
    public static string ExplanationOf(string compound) => Explanation.Replace("cell_type=\"C32\", ", "", StringComparison.Ordinal)
        .Replace("Binimetinib", compound, StringComparison.Ordinal);

    /// <summary>The first agent asks a source once and then writes, the second structures.</summary>
    public static ModelReply Answer(ModelQuestion question) => question switch
    {
        { IsAboutClaims: true } => new ModelReply.Says(Explanation),
        { Results: 0 } => new ModelReply.Calls(("starter_pack", """{"subject":"MAPK1"}""")),
        _ => new ModelReply.Says(Report),
    };
}
