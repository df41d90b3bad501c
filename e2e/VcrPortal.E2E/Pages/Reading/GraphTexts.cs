namespace VcrPortal.E2E.Pages.Reading;

/// <summary>Explanations in the text form, made up for their shape.</summary>
internal static class GraphTexts
{
    /// <summary>Two claims, each of which leads to the other.</summary>
    public const string Circle = """
        binds_to(id="n1", actor="Binimetinib", target="MAP2K1")
        induces_phenotype(id="n2", source="Binimetinib", phenotype="G1 arrest")
        n1 -> n2
        n2 -> n1
        """;

    /// <summary>A binding that leads to so many claims, ten side by side.</summary>
    public static string[] Chain(int claims, string gene) =>
    [
        $"binds_to(id=\"n1\", actor=\"Binimetinib\", target=\"{gene}\")",
        .. Enumerable.Range(2, claims - 2).Select(n =>
            $"modulates_molecule_activity(id=\"n{n}\", target=\"{gene}{n}\", direction=\"{(n % 2 == 0 ? "down" : "up")}\")"),
        $"induces_phenotype(id=\"n{claims}\", source=\"{gene}\", phenotype=\"G1 arrest\")",
        .. Enumerable.Range(2, claims - 1).Select(n => $"n{Math.Max(1, n - 10)} -> n{n}"),
    ];
}
