using System.Collections.Frozen;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>
/// Other names that real files use. A reader accepts them, a writer never writes them. Argument aliases hold only on the
/// primitive named; a name that the primitive itself has is never an alias there (<c>source</c> of induces_phenotype).
/// </summary>
internal static class PrimitiveAliases
{
    /// <summary>The old verb for any activity; the entity decides which of the two new verbs it is.</summary>
    public const string AnyActivity = "modulates_activity";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["localizes_to"] = "localises_to",
        ["degrades_or_stabilizes"] = "degrades_or_stabilises",
        ["causes_phenotype"] = "induces_phenotype",
        ["rescues_phenotype"] = "alleviates_phenotype",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string Primitive, string Argument), string> Arguments = new Dictionary<(string, string),
        string>
    {
        [("regulates_expression", "source")] = "regulator",
        [("regulates_translation", "source")] = "regulator",
        [("degrades_or_stabilises", "source")] = "regulator",
        [("gain_of_function", "variant_id")] = "variant",
        [("loss_of_function", "variant_id")] = "variant",
        [("regulates_expression", "gene_or_signature")] = "gene_list",
        [("alleviates_phenotype", "abnormal_phenotype")] = "phenotype",
        [(CorePrimitives.Context, "disease_context")] = "disease",
        [(CorePrimitives.Context, "disease_model")] = "disease",
        [("modulates_molecule_activity", "entity")] = "target",
        [("modulates_pathway_activity", "entity")] = "pathway",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string,
        Direction> Directions = DirectionWords().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of <see cref="Names"/> and the old verb, for suggestions.</summary>
    public static IEnumerable<string> OtherNames => Names.Keys.Append(AnyActivity);

    public static string? CanonicalName(string written) => Names.GetValueOrDefault(written);

    public static string? CanonicalArgument(string primitive, string written) => Arguments.GetValueOrDefault((primitive, written));

    public static Direction? DirectionOf(ReadOnlySpan<char> written) =>
        Directions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written.Trim(), out var direction) ? direction : null;

    /// <summary>The verb of today that <see cref="AnyActivity"/> stands for.</summary>
    public static string ActivityOf(bool isPathway) => isPathway ? "modulates_pathway_activity" : "modulates_molecule_activity";

    /// <summary>An entity that names a route rather than a molecule, judged by its words alone.</summary>
    public static bool ReadsAsPathway(string entity) =>
        entity.Contains("pathway", StringComparison.OrdinalIgnoreCase) || entity.Contains("signaling", StringComparison.OrdinalIgnoreCase)
        || entity.Contains("signalling", StringComparison.OrdinalIgnoreCase)
            || entity.Contains("cascade", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Direction> DirectionWords()
    {
        string[] up = [
            "up", "increase", "increases", "increased", "activation", "stabilise", "stabilises", "stabilised", "stabilize", "stabilizes",
            "stabilized", "assembly"];
        string[] down = ["down", "decrease", "decreases", "decreased", "inhibition", "degrade", "degrades", "degraded", "disassembly"];
        return up.Select(word => (word, Direction.Up)).Concat(down.Select(word => (word, Direction.Down)))
            .ToDictionary(p => p.word, p => p.Item2);
    }
}
