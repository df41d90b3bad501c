using System.Collections.Immutable;
using System.Text.Json;

namespace VcrPortal.Generation.Questions;

/// <summary>
/// The fields of one JSON object, found under any of VCR-Agent's spellings: case, blanks, hyphens and underscores of a key do not matter
/// (<c>cell type</c>, <c>cell_type</c>). Problems are gathered; a field that has one reads as missing.
/// </summary>
internal sealed class RecordFields(JsonElement element, string path, int index, ImmutableArray<RecordProblem>.Builder problems)
{
    /// <summary>The first of these fields that is there and not null.</summary>
    public JsonElement? Value(params string[] keys) => Find(keys)?.Value;

    public bool Has(params string[] keys) => Find(keys) is not null;

    /// <summary>Text, or null when it is missing under every spelling.</summary>
    public string? Text(int maxLength, bool manyLines, params string[] keys)
    {
        foreach (var field in Fields(keys))
            if (TextOf(field.Value, Path(field.Name), maxLength, manyLines) is { } text) return text;
        return null;
    }

    public string? Name(params string[] keys) => Text(RecordLimits.Name, false, keys);

    /// <summary>Names from a list, or from one text with commas, of all these fields together.</summary>
    public ImmutableArray<string> Names(params string[] keys)
    {
        var names = new List<string>();
        foreach (var field in Fields(keys))
            if (field.Value.ValueKind == JsonValueKind.Array)
                names.AddRange(
                    Items(field.Value, Path(field.Name)).Select(i => TextOf(i.Value, i.Path, RecordLimits.Name, false)).OfType<string>());
            else if (TextOf(field.Value, Path(field.Name), RecordLimits.Text, false) is { } listed)
                names.AddRange(Parts(listed, Path(field.Name)));
        return [.. names.Where(n => !FieldText.IsMissing(n)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The objects of a field that holds one or a list of them.</summary>
    public IEnumerable<RecordFields> Objects(params string[] keys)
    {
        if (Find(keys) is not { } field) yield break;
        var items = field.Value.ValueKind == JsonValueKind.Array ? Items(field.Value, Path(field.Name)) : [(field.Value, Path(field.Name))];
        foreach (var (value, itemPath) in items)
            if (value.ValueKind == JsonValueKind.Object) yield return new(value, itemPath, index, problems);
            else if (value.ValueKind != JsonValueKind.Null) Report(itemPath, "must be an object.");
    }

    public void Report(string? field, string message) => problems.Add(new(index, field, message));

    public string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonProperty? Find(string[] keys)
    {
        foreach (var field in Fields(keys)) return field;
        return null;
    }

    private IEnumerable<JsonProperty> Fields(string[] keys) =>
        keys.SelectMany(key => element.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null && Folded(p.Name) == key));

    private List<(JsonElement Value, string Path)> Items(JsonElement list, string listPath)
    {
        if (list.GetArrayLength() <= RecordLimits.ListItems)
            return [.. list.EnumerateArray().Select((item, i) => (item, $"{listPath}[{i}]"))];
        Report(listPath, $"has more than {RecordLimits.ListItems} items.");
        return [];
    }

    private string? TextOf(JsonElement value, string field, int maxLength, bool manyLines)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Report(field, "must be text.");
            return null;
        }
        var text = (value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Decoded(value))?.Trim();
        if (text is null) Report(field, "has half a character.");
        else if (FieldText.ProblemOf(text, maxLength, manyLines) is { } problem) Report(field, problem);
        else if (!FieldText.IsMissing(text)) return text;
        return null;
    }

    /// <summary>Null for an escaped lone surrogate, which is no text.</summary>
    private static string? Decoded(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private string[] Parts(string listed, string field)
    {
        var parts = listed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > RecordLimits.ListItems) Report(field, $"has more than {RecordLimits.ListItems} items.");
        else if (parts.Select(p => FieldText.ProblemOf(p, RecordLimits.Name)).FirstOrDefault(p => p is not null) is { } problem) Report(
            field, problem);
        return parts;
    }

    private static string Folded(string key) =>
        new([.. key.Where(c => c is not (' ' or '_' or '-')).Select(char.ToLowerInvariant)]);
}
