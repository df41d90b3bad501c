using System.Text.Json;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>An ontology as OBO Graphs JSON (MONDO, HPO): classes, their exact synonyms and what they are a kind of.</summary>
public static class OboGraphsImport
{
    /// <summary>MONDO is a tenth of it; the file is held in memory while it is read.</summary>
    public const long LargestFile = InputText.LargestWhole;

    private const string Prefix = "http://purl.obolibrary.org/obo/";

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        if (new FileInfo(file.Path).Length > LargestFile) throw new ImportException(
            file.Name, null, $"ontologies of up to {LargestFile >> 20} MB are read.");
        using var json = Parse(file, counts, ct);
        if (!json.RootElement.TryGetProperty("graphs", out var graphs) || graphs.ValueKind != JsonValueKind.Array)
            throw new ImportException(file.Name, null, "there is no list \u201cgraphs\u201d, so it is no OBO Graphs JSON.");
        draft.Add(new("Ontologies", file.Version, "as the ontology's publisher states", "https://obofoundry.org"));
        foreach (var graph in graphs.EnumerateArray())
        {
            ct.ThrowIfCancellationRequested();
            var entities = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var node in Items(graph, "nodes")) AddNode(draft, node, entities, counts);
            AddEdges(draft, graph, entities, counts, ct);
        }
    }

    private static JsonDocument Parse(SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        try
        {
            return JsonDocument.Parse(file.Utf8(counts, ct));
        }
        catch (JsonException failure)
        {
            throw ImportException.AtLine(file.Name, (failure.LineNumber ?? 0) + 1, "the JSON is cut off or damaged.");
        }
    }

    private static void AddNode(KnowledgeDraft draft, JsonElement node, Dictionary<string, int> entities, ImportCounts counts)
    {
        if (Text(node, "id") is not { } iri || Text(node, "type") is not "CLASS") return;
        var meta = node.TryGetProperty("meta", out var m) && m.ValueKind == JsonValueKind.Object ? m : default;
        if (Curie(iri) is not { } curie || KindOf(curie, meta) is not { } kind) counts.Drop("a class of another ontology", iri);
        else if (Text(node, "lbl") is not { Length: > 0 } label) counts.Drop("a class without a name", iri);
        else if (IsWithdrawn(meta)) counts.Drop("a class that is withdrawn", iri);
        else if (entities.ContainsKey(iri)) counts.Drop("a class that stands there twice; the first is kept", iri);
        else
        {
            var entity = entities[iri] = draft.Entity(kind, curie, label, curie);
            foreach (var synonym in Items(meta, "synonyms"))
                if (Text(synonym, "pred") == "hasExactSynonym" && Text(synonym, "val") is { } spelling) draft.Synonym(entity, spelling);
            counts.Take("classes");
        }
    }

    private static void AddEdges(
        KnowledgeDraft draft, JsonElement graph, Dictionary<string, int> entities, ImportCounts counts, CancellationToken ct)
    {
        var isA = draft.Statement(new("Ontologies", EdgeKind.IsA, 0, "is_a"));
        var above = new CycleGuard<int>();
        foreach (var edge in Items(graph, "edges"))
        {
            ct.ThrowIfCancellationRequested();
            if (Text(edge, "pred") != "is_a" || Text(edge, "sub") is not { } sub || Text(edge, "obj") is not { } obj) continue;
            if (!entities.TryGetValue(sub, out var below) || !entities.TryGetValue(obj, out var kind)) counts.Drop(
                "an edge to or from a class that is not taken", $"{sub} is_a {obj}");
            else if (!above.TryAdd(below, kind)) counts.Drop("a class would be a kind of itself", $"{sub} is_a {obj}");
            else
            {
                draft.Edge(below, kind, isA);
                counts.Take("is_a edges");
            }
        }
    }

    private static string? Curie(string iri) =>
        iri.StartsWith(Prefix, StringComparison.Ordinal) && iri.IndexOf('_', Prefix.Length) is var underscore and > 0
            ? $"{iri[Prefix.Length..underscore]}:{iri[(underscore + 1)..]}" : null;

    private static EntityKind? KindOf(string curie, JsonElement meta) => curie[..curie.IndexOf(':', StringComparison.Ordinal)] switch
    {
        "MONDO" or "DOID" => EntityKind.Disease,
        "HP" => EntityKind.Phenotype,
        "UBERON" => EntityKind.Anatomy,
        "GO" => Namespace(
            meta) switch
        {
            "biological_process" => EntityKind.Process,
            "molecular_function" => EntityKind.Function,
            "cellular_component" => EntityKind.Component,
            _ => null
        },
        _ => null,
    };

    // Written by some tools as a member of its own, by others as a property.
    private static bool IsWithdrawn(JsonElement meta) =>
        (meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("deprecated", out var old) && old.ValueKind == JsonValueKind.True)
        || Items(meta, "basicPropertyValues").Any(
            v => Text(v, "pred") is { } predicate
                && (predicate.EndsWith("owl#deprecated", StringComparison.Ordinal) || predicate == "owl:deprecated")
                && Text(v, "val")?.Trim() is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase)));

    private static string? Namespace(JsonElement meta) =>
        Items(meta, "basicPropertyValues").Where(v => Text(v, "pred")?.EndsWith("hasOBONamespace", StringComparison.Ordinal) == true)
            .Select(v => Text(v, "val")).FirstOrDefault();

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
