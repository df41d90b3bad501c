using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>
/// Words with places for the arguments of an action, as a vocabulary writes them: <c>by {enzyme}, {via}</c>. Parts stand between commas,
/// and a part whose arguments are missing is left out with its words; of <c>{sender} → {receiver}</c> the arrow is left out where one is
/// missing. A place may name others to take instead (<c>{complex|members}</c>), end in words for none of them
/// (<c>{cell_type|'this cell'}</c>), and ask for a form: <see cref="WordingForm"/>.
/// </summary>
public sealed partial class WordingTemplate
{
    private readonly ImmutableArray<Part> _parts;

    /// <exception cref="FormatException">A place is not understood; the message says which.</exception>
    public WordingTemplate(string written)
    {
        Written = written;
        _parts = [.. written.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Part.Parse)];
    }

    public string Written { get; }

    /// <summary>The arguments that it has places for.</summary>
    public IEnumerable<string> Arguments => _parts.SelectMany(part => part.Places).SelectMany(place => place.Arguments);

    public static implicit operator WordingTemplate(string written) => new(written);

    /// <summary>The words for this action; empty where none of its arguments is there.</summary>
    public string Say(ActionNode action)
    {
        if (_parts is [{ IsPlain: true } only]) return only.Say(action) ?? "";
        var said = new List<string>(_parts.Length);
        foreach (var part in _parts)
            if (part.Say(action) is { } words && !string.IsNullOrWhiteSpace(words)) said.Add(words);
        return string.Join(", ", said);
    }

    public override string ToString() => Written;

    [GeneratedRegex(@"\{(?<place>[^{}]*)\}")]
    private static partial Regex Places();

    /// <summary>What stands between two commas: words before, and places with words between them.</summary>
    private sealed record Part(string Before, ImmutableArray<WordingPlace> Places, ImmutableArray<string> Between)
    {
        /// <summary>One place or words alone: said as it is.</summary>
        public bool IsPlain => Places.Length <= 1;

        public static Part Parse(string written)
        {
            var found = WordingTemplate.Places().Matches(written);
            var rest = WordingTemplate.Places().Replace(written, "");
            if (rest.AsSpan().ContainsAny('{', '}') || (found.Count > 0 && found[^1].Index + found[^1].Length != written.Length))
                throw new FormatException(
                    $"\u201c{written}\u201d is not understood. Write words before and between places: by {{enzyme}}.");
            if (found.Count == 0) return new(written, [], []);
            var between = found.Zip(found.Skip(1)).Select(pair => written[(pair.First.Index + pair.First.Length)..pair.Second.Index]);
            return new(
                written[..found[0].Index], [.. found.Select(m => WordingPlace.Parse(m.Groups["place"].Value))], [.. between]);
        }

        public string? Say(ActionNode action)
        {
            if (Places.IsEmpty) return Before;
            string? said = null;
            for (var i = 0; i < Places.Length; i++)
            {
                if (Places[i].Find(action) is not { } value || (Places.Length > 1 && string.IsNullOrWhiteSpace(value))) continue;
                said = said is null ? value : said + Between[i - 1] + value;
            }
            return Before.Length == 0 ? said : string.IsNullOrEmpty(said) ? null : Before + said;
        }
    }
}
