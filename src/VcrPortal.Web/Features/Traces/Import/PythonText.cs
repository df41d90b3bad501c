using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>What Python prints of dictionaries, lists and texts, as JSON. Tables that pandas writes hold structures so.</summary>
internal static class PythonText
{
    /// <returns>The text as JSON wherever it is such a print; else some other text, which the reader of JSON refuses.</returns>
    public static string ToJson(string printed)
    {
        var json = new StringBuilder(printed.Length);
        for (var at = 0; at < printed.Length;)
        {
            if (printed[at] is '\'' or '"') at = CopyText(printed, at, json);
            else if (char.IsLetter(printed[at])) at = CopyWord(printed, at, json);
            else json.Append(printed[at++]);
        }
        return json.ToString();
    }

    private static int CopyText(string printed, int start, StringBuilder json)
    {
        var (quote, text, at) = (printed[start], new StringBuilder(), start + 1);
        while (at < printed.Length && printed[at] != quote)
        {
            if (printed[at] == '\\' && at + 1 < printed.Length) at = CopyEscape(printed, at + 1, text);
            else text.Append(printed[at++]);
        }
        json.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.ToString())).Append('"');
        return at + 1;
    }

    private static int CopyEscape(string printed, int at, StringBuilder text)
    {
        var digits = printed[at] switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (digits > 0 && at + digits < printed.Length
            && ushort.TryParse(printed.AsSpan(at + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            return at + 1 + digits;
        }
        text.Append(printed[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
        return at + 1;
    }

    private static int CopyWord(string printed, int start, StringBuilder json)
    {
        var end = start;
        while (end < printed.Length && char.IsLetterOrDigit(printed[end])) end++;
        json.Append(printed[start..end] switch
        {
            "None" or "nan" => "null",
            "True" => "true",
            "False" => "false",
            var other => other,
        });
        return end;
    }
}
