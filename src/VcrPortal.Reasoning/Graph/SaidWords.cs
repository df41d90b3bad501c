using System.Buffers;
using System.Text;

namespace VcrPortal.Reasoning.Graph;

/// <summary>The words of an action as they are compared: without its id and the ids that it names, in lower case, runs of blanks as one,
/// lists in order.</summary>
internal static class SaidWords
{
    // Longer texts are normalised on the heap.
    private const int OnStack = 512;

    public static string In(ActionGraph graph, ActionNode action)
    {
        var words = new StringBuilder(action.Name, 128);
        foreach (var argument in ByName(action))
        {
            if (argument.Name == "id") continue;
            words.Append('\0').Append(argument.Name).Append('\0');
            var ids = Surroundings.IsMechanism(action, argument) ? graph : null;
            if (argument.Value is ArgumentValue.Text one) words.Append(In(ids, one.Value));
            else words.AppendJoin('\u0001', argument.Value.Texts.Select(text => In(ids, text)).Order(StringComparer.Ordinal));
        }
        return words.ToString();
    }

    /// <summary>In lower case, without blanks at the ends and with single ones between words.</summary>
    public static string Normalised(string text)
    {
        var room = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        Span<char> kept = room ?? stackalloc char[OnStack];
        var length = 0;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) kept[length++] = c;
            else if (length > 0 && kept[length - 1] != ' ') kept[length++] = ' ';
        if (length > 0 && kept[length - 1] == ' ') length--;
        var normalised = IsAsWritten(text, kept[..length]) ? text : kept[..length].ToString().ToLowerInvariant();
        if (room is not null) ArrayPool<char>.Shared.Return(room);
        return normalised;
    }

    private static bool IsAsWritten(string text, ReadOnlySpan<char> kept) =>
        kept.Length == text.Length && kept.IndexOfAnyExceptInRange('\0', '\u007f') < 0 && kept.IndexOfAnyInRange('A', 'Z') < 0
            && kept.SequenceEqual(text);

    private static string In(ActionGraph? graph, string text) => Normalised(graph is null ? text : WithoutIds(graph, text));

    private static string WithoutIds(ActionGraph graph, string text)
    {
        var references = ActionReferences.In(text, graph.Index);
        if (references.Count == 0) return text;
        var words = new StringBuilder();
        var from = 0;
        foreach (var reference in references)
        {
            words.Append(text, from, reference.Start - from).Append('\u0002');
            from = reference.Start + reference.Length;
        }
        return words.Append(text, from, text.Length - from).ToString();
    }

    private static IEnumerable<Argument> ByName(ActionNode action)
    {
        for (var i = 1; i < action.Arguments.Length; i++)
            if (string.CompareOrdinal(action.Arguments[i - 1].Name, action.Arguments[i].Name) > 0) return action.Arguments.OrderBy(
                a => a.Name, StringComparer.Ordinal);
        return action.Arguments;
    }
}
