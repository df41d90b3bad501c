using System.Text.Json;
using System.Text.RegularExpressions;

namespace VcrPortal.Reasoning.Tests.Json;

/// <summary>
/// The part of JSON Schema 2020-12 that our schema uses, and one rule more: a member that the schema does not name is a violation, so that
/// the writer cannot grow beyond it. A keyword that is not known here fails the test that meets it.
/// </summary>
internal static class SmallSchema
{
    private static readonly string[] Remarks = ["$schema", "$id", "$defs", "title", "description", "format"];

    public static List<string> Violations(JsonElement schema, JsonElement value)
    {
        var found = new List<string>();
        Check(schema, schema, value, "$", found);
        return found;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> found)
    {
        foreach (var keyword in schema.EnumerateObject())
            if (!Remarks.Contains(keyword.Name) && !Holds(root, schema, keyword, value, path, found)) found.Add(
                $"{path} breaks {keyword.Name}");
    }

    private static bool Holds(
        JsonElement root, JsonElement schema, JsonProperty keyword, JsonElement value, string path, List<string> found)
    {
        switch (keyword.Name)
        {
            case "type": return IsOf(keyword.Value.GetString()!, value);
            case "const": return JsonElement.DeepEquals(keyword.Value, value);
            case "enum": return keyword.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
            case "minimum": return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble();
            case "pattern": return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!);
            case "required":
                return value.ValueKind != JsonValueKind.Object
                || keyword.Value.EnumerateArray().All(r => value.TryGetProperty(r.GetString()!, out _));
            case "anyOf": return keyword.Value.EnumerateArray().Any(s => AllHold(root, s, value));
            case "$ref":
                Check(
                root, root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value, path, found);
                return true;
            case "items": CheckItems(root, keyword.Value, value, path, found); return true;
            case "properties": CheckMembers(root, schema, value, path, found); return true;
            case "additionalProperties":
                foreach (var member in value.EnumerateObject()) Check(root, keyword.Value, member.Value, $"{path}.{member.Name}", found);
                return true;
            default: throw new NotSupportedException(keyword.Name);
        }
    }

    private static bool AllHold(JsonElement root, JsonElement schema, JsonElement value)
    {
        var found = new List<string>();
        Check(root, schema, value, "", found);
        return found.Count == 0;
    }

    private static void CheckItems(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> found)
    {
        if (value.ValueKind != JsonValueKind.Array) return;
        var at = 0;
        foreach (var item in value.EnumerateArray()) Check(root, schema, item, $"{path}[{at++}]", found);
    }

    private static void CheckMembers(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> found)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
        {
            if (schema.GetProperty("properties").TryGetProperty(member.Name, out var part)) Check(
                root, part, member.Value, $"{path}.{member.Name}", found);
            else found.Add($"{path}.{member.Name} is not in the schema");
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
