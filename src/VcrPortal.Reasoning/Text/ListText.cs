using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Text;

/// <summary>A list that was written as one text.</summary>
internal static class ListText
{
    /// <summary>The items between commas and semicolons that stand outside parentheses, without blanks around them and without empty
    /// ones.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ',';
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']' && depth > 0) depth--;
            if (i < text.Length && (c is not (',' or ';') || depth > 0)) continue;
            if (text[start..i].Trim() is { Length: > 0 } item) items.Add(item);
            start = i + 1;
        }
        return items.ToImmutable();
    }
}
