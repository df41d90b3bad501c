using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>The sentences about what of a search could not be read, or was read otherwise than it may be meant.</summary>
internal sealed class SearchNotes(string typed, SearchNames names)
{
    private readonly ImmutableArray<SearchNote>.Builder _notes = ImmutableArray.CreateBuilder<SearchNote>();

    public ImmutableArray<SearchNote> All => _notes.ToImmutable();

    public void Idle(string word) => Add(word.Equals("NOT", StringComparison.Ordinal)
        ? "NOT needs something after it, and was left out." : $"{word} needs something on both sides, and was left out.");

    public void OrBesideClaim() => Add("OR was left out: a claim is asked for as a whole. Ask for one claim, then for the other.");

    /// <summary>"foo:bar".</summary>
    public void UnknownField(string field, string value, WrittenAt at)
    {
        var near = NearestName.To(field, SearchFields.Spellings);
        Add(field.Equals("sort", StringComparison.OrdinalIgnoreCase)
            ? $"{Quoted(at)} finds nothing: the order is chosen above the list, not in the search."
            : $"{Quoted(at)} finds nothing: a search has no field {field}. Its fields are {Listed(SearchFields.Words)}. "
                + "Words with a colon are looked for in quotes.",
            near is null ? null : $"{near}:{value}", at);
    }

    /// <summary>"verdict:" with nothing after it.</summary>
    public void NoValue(SearchField field, WrittenAt at) => Add(
        FieldValues.For(field, names) is { IsEmpty: false } values
            ? $"{Quoted(at)} finds nothing: a value follows the colon. {Known(field, values)}"
            : $"{Quoted(at)} finds nothing: a name follows the colon, in quotes where it has blanks.");

    /// <summary>"direction:sideways".</summary>
    public void UnknownValue(SearchField field, string value, WrittenAt at)
    {
        if (field == SearchField.Trace)
        {
            Add($"{Quoted(at)} finds nothing: a trace is named by its number, VCT12, or VCT12@1 for its first revision.");
            return;
        }
        var values = FieldValues.For(field, names);
        Add($"{Quoted(at)} finds nothing: {Known(field, values)}", Near(value, values) is { } near ? field.Write(near) : null, at);
    }

    /// <summary>A name that no table has: a trace may have it all the same.</summary>
    public void UnknownName(SearchField field, string value, WrittenAt at)
    {
        var values = FieldValues.For(field, names);
        var meant = names.Find(value) is { } other ? other.Field.Write(other.Label)
            : (values.IsEmpty ? names.Nearest(field, value)?.Label : Near(value, values)) is { } near ? field.Write(near) : null;
        Add(values.IsEmpty ? $"No installed table has a {field.Title()} called “{value}”."
            : $"No {field.Title()} is called “{value}”. {Known(field, values)}", meant, at);
    }

    /// <summary>"a 375": most likely a name in two pieces; a trace has that number too.</summary>
    public void NumberAfterWord(string said, string number, WrittenAt at) => Add(
        $"No installed table has a cell line, gene or compound called “{said}”: it is looked for as words.",
        TraceCalled(number), at);

    public void NumberAlone(string number, WrittenAt at) => Add($"{number} is looked for as a word.", TraceCalled(number), at);

    /// <summary>"contradicted": most likely the verdict.</summary>
    public void ValueAlone(string value, SearchField field, WrittenAt at) =>
        Add($"{value} is looked for as a word.", field.Write(value.ToLowerInvariant()), at);

    private static string? Near(string value, ImmutableArray<string> values) =>
        NearestName.To(value, values.Select(v => v.ToLowerInvariant())) is { } near
            ? values.First(v => v.Equals(near, StringComparison.OrdinalIgnoreCase)) : null;

    private static string? TraceCalled(string number) =>
        PortalUrls.TryParseAccession(number) is { } trace ? PortalUrls.Accession(trace) : null;

    private void Add(string text, string? word = null, WrittenAt at = default) => _notes.Add(new(
        text, word, word is null ? null : (typed[..at.Start] + word + typed[(at.Start + at.Length)..]).Trim()));

    private string Quoted(WrittenAt at) => $"“{typed.Substring(at.Start, at.Length)}”";

    private static string Known(SearchField field, ImmutableArray<string> values) => $"{field.Word()} is {Listed(values, "or")}.";

    private static string Listed(ImmutableArray<string> words, string last = "and") =>
        words.Length < 2 ? string.Join("", words) : $"{string.Join(", ", words[..^1])} {last} {words[^1]}";
}
