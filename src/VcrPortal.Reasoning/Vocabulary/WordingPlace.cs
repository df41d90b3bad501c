using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>How a value is put into words; <c>{gene_list:few}</c>.</summary>
internal enum WordingForm
{
    /// <summary>The argument as it is written; a list with commas.</summary>
    AsWritten,
    /// <summary><c>few</c>: the first items of a list, and how many more.</summary>
    Few,
    /// <summary><c>without OTHER</c>: without the value of another argument before it, so that "BRAF BRAF V600E" is never said.</summary>
    Without,
    /// <summary><c>beside OTHER</c>: only where the other argument is there too.</summary>
    Beside,
    /// <summary><c>unless WORD</c>: not where this is all that it says.</summary>
    Unless,
    /// <summary><c>does</c>: the verb of a process, "phosphorylation" is "phosphorylates" and "cleavage" is "adds cleavage".</summary>
    Does,
    /// <summary><c>undoes</c>: its opposite, "dephosphorylates" and "removes cleavage".</summary>
    Undoes,
}

/// <summary>One place of a template.</summary>
/// <param name="Arguments">The first that is there is taken.</param>
/// <param name="Other">What the form is about, where it is about something.</param>
/// <param name="Otherwise">Words for when none is there; null to leave the part out.</param>
internal sealed record WordingPlace(ImmutableArray<string> Arguments, WordingForm Form, string Other, string? Otherwise)
{
    /// <summary>Items named before the rest becomes a count.</summary>
    private const int NamedItems = 3;

    private const string Process = "ylation";

    public static WordingPlace Parse(string written)
    {
        var (names, form) = written.Split(':', 2) is [var before, var after] ? (before, after) : (written, "");
        var alternatives = names.Split('|');
        var otherwise = alternatives[^1] is ['\'', .., '\''] quoted ? quoted[1..^1] : null;
        var (word, other) = form.Split(' ', 2) is [var first, var rest] ? (first, rest) : (form, "");
        return new([.. otherwise is null ? alternatives : alternatives[..^1]], FormOf(word), other, otherwise);
    }

    /// <summary>Null where nothing is to be said.</summary>
    public string? Find(ActionNode action)
    {
        foreach (var argument in Arguments)
            if (action[argument] is { } value && (Arguments.Length == 1 || value.ToString().Length > 0)) return Say(action, value);
        return Otherwise is null ? null : InForm(Otherwise);
    }

    private string? Say(ActionNode action, ArgumentValue value) => Form switch
    {
        WordingForm.Few => Few(value.Texts),
        WordingForm.Without => WithoutStart(value.ToString(), action.Text(Other)),
        WordingForm.Beside => action[Other] is null ? null : value.ToString(),
        WordingForm.Unless => value.ToString().Equals(Other, StringComparison.OrdinalIgnoreCase) ? null : value.ToString(),
        _ => InForm(value.ToString()),
    };

    private string InForm(string text) => Form switch
    {
        WordingForm.Does => Stem(text) ?? $"adds {text}",
        WordingForm.Undoes => Stem(text) is { } stem ? "de" + stem : $"removes {text}",
        _ => text,
    };

    private static string? Stem(string process) =>
        process.EndsWith(Process, StringComparison.OrdinalIgnoreCase) ? process[..^"ation".Length].ToLowerInvariant() + "ates" : null;

    private static string WithoutStart(string text, string? start) =>
        string.IsNullOrEmpty(start) || !text.StartsWith(start, StringComparison.Ordinal) ? text
            : text[start.Length..].TrimStart(' ', ':', '-', '_');

    private static string Few(ImmutableArray<string> texts)
    {
        var all = texts.Where(t => t.Length > 0).ToList();
        return all.Count <= NamedItems ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(NamedItems - 1))}, +{all.Count - NamedItems + 1}";
    }

    private static WordingForm FormOf(string word) => word switch
    {
        "" => WordingForm.AsWritten,
        "few" => WordingForm.Few,
        "without" => WordingForm.Without,
        "beside" => WordingForm.Beside,
        "unless" => WordingForm.Unless,
        "does" => WordingForm.Does,
        "undoes" => WordingForm.Undoes,
        _ => throw new FormatException(
            $"\u201c{word}\u201d is no form of a value. Write few, without, beside, unless, does or undoes."),
    };
}
