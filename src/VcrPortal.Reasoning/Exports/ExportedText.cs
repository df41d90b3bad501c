using System.Text;
using System.Xml;

namespace VcrPortal.Reasoning.Exports;

/// <summary>Text of authors and models, made safe for formats that cannot hold every UTF-16 text.</summary>
internal static class ExportedText
{
    private const char Replacement = '\uFFFD';

    /// <summary>A surrogate without its partner becomes U+FFFD.</summary>
    public static string WellFormed(string text) => Replace(text, _ => false);

    /// <summary>So does every character that XML 1.0 cannot hold, even as a reference.</summary>
    public static string ForXml(string text) => Replace(text, c => !XmlConvert.IsXmlChar(c));

    /// <summary>On one line: line ends, tabs and other controls become blanks.</summary>
    public static string OnOneLine(string text) =>
        string.Create(text.Length, WellFormed(text), (line, from) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        });

    private static string Replace(string text, Func<char, bool> isBad)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || isBad(text[i])) (changed ??= new StringBuilder(text))[i] = Replacement;
        }
        return changed?.ToString() ?? text;
    }
}
