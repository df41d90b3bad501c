using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>The mark in a claim's tile; always shown with its word.</summary>
public enum ClaimSign { Unknown, Given, Up, Down, Binds, Moves, Into, With, Gain, Loss, End }

/// <summary>A claim in a reader's words.</summary>
/// <param name="Verb">"lowers activity".</param>
/// <param name="Main">"venetoclax → BCL-2".</param>
/// <param name="Sub">What it acts through, or empty.</param>
public sealed record ClaimText(string Verb, ClaimSign Sign, string Main, string Sub)
{
    public string SignWord => Sign switch
    {
        ClaimSign.Given => "given",
        ClaimSign.Up => "up",
        ClaimSign.Down => "down",
        ClaimSign.Binds => "binds",
        ClaimSign.Moves => "moves",
        ClaimSign.Into => "into",
        ClaimSign.With => "with",
        ClaimSign.Gain => "gain",
        ClaimSign.Loss => "loss",
        ClaimSign.End => "end",
        _ => "?",
    };
}

/// <summary>Says what an action claims, primitive by primitive, in the words of the graph grammar.</summary>
public static class ClaimWording
{
    /// <summary>Genes named before the rest becomes a count.</summary>
    private const int NamedItems = 3;

    public static ClaimText For(ActionNode node) => node.Name switch
    {
        "set_context" => new("sets context", ClaimSign.Given, First(node, "cell_type", "disease") ?? "this cell", Context(node)),
        "binds_to" => new("binds", ClaimSign.Binds, Pair(node, "actor", "target"), Join(node.Text("affinity"), node.Text("via"))),
        "modulates_complex" =>
            Signed(node, "assembles complex", "takes complex apart", First(node, "complex", "members"),
                Join(node.Text("members"), node.Text("via"))),
        "cell_cell_interaction" =>
            new("signals to", ClaimSign.Moves, Pair(node, "sender", "receiver"),
                Join(Joined(" with ", node.Text("ligand"), node.Text("receptor")), node.Text("outcome"))),
        "similar_to" => new("is similar to", ClaimSign.With, Pair(node, "entity_a", "entity_b", " ~ "), node.Text("evidence_type") ?? ""),
        "correlates_with" =>
            new("correlates with", ClaimSign.With, Pair(node, "entity_a", "entity_b", " ~ "), node.Text("evidence_type") ?? ""),
        "participates_in" => new("takes part in", ClaimSign.With, Pair(node, "entity", "ontology_id"), node.Text("evidence_type") ?? ""),
        "modulates_molecule_activity" => Signed(node, "raises activity", "lowers activity", node.Text("target"), Via(node)),
        "modulates_pathway_activity" => Signed(node, "raises pathway", "lowers pathway", node.Text("pathway"), Via(node)),
        "gain_of_function" => new("gains function", ClaimSign.Gain, Joined(" ", node.Text("protein"), Variant(node)), Via(node)),
        "loss_of_function" => new("loses function", ClaimSign.Loss, Joined(" ", node.Text("protein"), Variant(node)), Via(node)),
        "regulates_expression" => Signed(node, "raises expression", "lowers expression", Some(node["gene_list"]), By(node)),
        "regulates_translation" => Signed(node, "raises translation", "lowers translation", node.Text("rna_id"), By(node)),
        "chromatin_modification" =>
            Signed(node, "adds chromatin mark", "removes chromatin mark", Joined(" at ", node.Text("mark"), node.Text("locus")), Via(node)),
        "converts_substrate" =>
            new("converts", ClaimSign.Into, Pair(node, "substrate", "product"),
                Join(Prefixed("by ", node.Text("enzyme")), node.Text("via"))),
        "post_translational_modification" => Modification(node),
        "degrades_or_stabilises" => Signed(node, "stabilises", "degrades", Pair(node, "regulator", "target"), Via(node)),
        "localises_to" =>
            new("relocates", ClaimSign.Moves, node.Text("entity") ?? "",
                Join(Joined(" → ", node.Text("from_loc"), node.Text("to_loc")), node.Text("mechanism") ?? node.Text("via"))),
        "induces_phenotype" => new("induces phenotype", ClaimSign.End, node.Text("phenotype") ?? "", States(node, "source")),
        "alleviates_phenotype" => new("alleviates phenotype", ClaimSign.Down, node.Text("phenotype") ?? "", States(node, "actor")),
        _ => new(
            node.Name.Replace('_', ' ') + " (unknown verb)", ClaimSign.Unknown, Some(node.Arguments.Select(a => a.Value.ToString())), ""),
    };

    private static ClaimText Signed(ActionNode node, string up, string down, string? main, string sub) => node.Direction switch
    {
        Direction.Up => new(up, ClaimSign.Up, main ?? "", sub),
        Direction.Down => new(down, ClaimSign.Down, main ?? "", sub),
        _ => new(up + " or " + down, ClaimSign.Unknown, main ?? "", sub),
    };

    private static ClaimText Modification(ActionNode node)
    {
        var kind = node.Text("mod_type") ?? "modification";
        var stem = kind.EndsWith("ylation", StringComparison.OrdinalIgnoreCase) ? kind[..^"ation".Length].ToLowerInvariant() + "ates"
            : null;
        var (up, down) = stem is null ? ($"adds {kind}", $"removes {kind}") : (stem, "de" + stem);
        return Signed(node, up, down, Joined(" at ", node.Text("protein"), node.Text("site")), Via(node));
    }

    private static string Context(ActionNode node) =>
        Join(node.Text("genotype"), node["cell_type"] is null ? null : node.Text("disease"), Treatment(node), node.Text("extras"));

    private static string? Treatment(ActionNode node) =>
        node.Text("prior_perturbation") is { } prior && !prior.Equals("none", StringComparison.OrdinalIgnoreCase) ? "after " + prior : null;

    /// <summary>The variant without the gene's name before it, so that "BRAF BRAF V600E" is never read.</summary>
    private static string? Variant(ActionNode node)
    {
        var (variant, protein) = (node.Text("variant"), node.Text("protein"));
        if (variant is null || string.IsNullOrEmpty(protein) || !variant.StartsWith(protein, StringComparison.Ordinal)) return variant;
        return variant[protein.Length..].TrimStart(' ', ':', '-', '_');
    }

    private static string States(ActionNode node, string from) =>
        Join(Joined(" → ", node.Text("from_state"), node.Text("to_state")), Prefixed("from ", node.Text(from)), node.Text("via"));

    private static string By(ActionNode node) => Join(Prefixed("by ", node.Text("regulator")), node.Text("mechanism"), node.Text("via"));

    private static string Via(ActionNode node) => node.Text("via") ?? "";

    private static string Pair(ActionNode node, string from, string to, string between = " → ") =>
        Joined(between, node.Text(from), node.Text(to));

    private static string? First(ActionNode node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (node.Text(name) is { Length: > 0 } text) return text;
        return null;
    }

    private static string Some(ArgumentValue? value) => value is null ? "" : Some(value.Texts);

    private static string Some(IEnumerable<string> texts)
    {
        var all = texts.Where(t => t.Length > 0).ToList();
        return all.Count <= NamedItems ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(NamedItems - 1))}, +{all.Count - NamedItems + 1}";
    }

    private static string? Prefixed(string prefix, string? text) => string.IsNullOrEmpty(text) ? null : prefix + text;

    private static string Join(params ReadOnlySpan<string?> parts) => Joined(", ", parts);

    private static string Joined(string between, params ReadOnlySpan<string?> parts)
    {
        var kept = new List<string>(parts.Length);
        foreach (var part in parts)
            if (!string.IsNullOrWhiteSpace(part)) kept.Add(part);
        return string.Join(between, kept);
    }
}
