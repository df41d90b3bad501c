using System.Globalization;

namespace VcrPortal.Web.Features.Discussion.People;

/// <summary>Somebody who has the same trace open and lets it be seen.</summary>
/// <param name="About">The claim or link that they look at, as the text of a subject; empty for the trace as a whole.</param>
public sealed record PersonHere(string AccountKey, string Name, string About)
{
    /// <summary>One or two letters for a card: AL of ana-lisa, AN of ana.</summary>
    public string Initials
    {
        get
        {
            var words = Name.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
            var letters = words.Length > 1 ? First(words[0], 1) + First(words[1], 1) : First(Name, 2);
            return letters.ToUpperInvariant();
        }
    }

    private static string First(string word, int count)
    {
        var elements = StringInfo.ParseCombiningCharacters(word);
        return elements.Length > count ? word[..elements[count]] : word;
    }
}
