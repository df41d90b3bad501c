using System.Text.Json;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>Reads documents that services wrote: what is not there, or of another kind, is nothing.</summary>
internal static class JsonReading
{
    public static JsonElement Document(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(this JsonElement element, string name) => element.Get(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string Shortened(string text, int most) => text.Length > most ? text[..most] + "\u2026" : text;
}
