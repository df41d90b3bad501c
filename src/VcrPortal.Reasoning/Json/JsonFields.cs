using System.Text.Json;

namespace VcrPortal.Reasoning.Json;

/// <summary>Members of an object, which are left out where there is nothing to say.</summary>
internal static class JsonFields
{
    public static void Field(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) return;
        json.WritePropertyName(name);
        JsonText.Write(json, value);
    }

    public static void List<T>(
        Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, bool isKept = false)
    {
        if (items.Count == 0 && !isKept) return;
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
