using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace VcrPortal.Reasoning.Json;

/// <summary>
/// Strings of JSON, every UTF-16 text without loss. The library's own ways throw on a surrogate without its partner, which JSON can hold
/// as an escape; here it is written as one and read as one.
/// </summary>
public static class JsonText
{
    public static void Write(Utf8JsonWriter json, string text)
    {
        if (IsWellFormed(text)) json.WriteStringValue(text);
        else json.WriteRawValue(Escaped(text), skipInputValidation: true);
    }

    /// <summary>Bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Read(JsonElement text) => Unescaped(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)).AsSpan()[1..^1]);

    public static string NameOf(JsonProperty member) => Unescaped(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member)));

    /// <summary>The first member of this name, where the element is an object. (The library's own look-up throws when it meets a name with
    /// such an escape.)</summary>
    public static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in element.EnumerateObject())
            if (NameOf(member) == name) return member.Value;
        return null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }
        return true;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == ' ') escaped.Append(c);
            else escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        return escaped.Append('"').ToString();
    }

    // The parser has checked every escape.
    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\') text.Append(raw[i]);
            else if (raw[++i] != 'u') text.Append(
                raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
            else
            {
                text.Append((char)int.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
        }
        return text.ToString();
    }
}
