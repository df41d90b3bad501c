using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels.Critics;

/// <summary>
/// Reads what a critic wrote, one suggestion on each line. What names no claim of the draft, holds no sound claim, or says no more than the
/// draft does is no suggestion.
/// </summary>
internal static partial class SuggestionReader
{
    private const int MostSuggestions = 20, LongestReason = 500;

    /// <summary>Of a line that is looked at: a claim with its reason is far shorter.</summary>
    private const int LongestLine = 2_000;

    public static IEnumerable<AgentNews.Suggested> Read(string answer, ActionGraph draft)
    {
        var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Where(line => line.Length <= LongestLine).Select(line => ReadLine(line, draft)).OfType<AgentNews.Suggested>()
            .Take(MostSuggestions);
    }

    private static AgentNews.Suggested? ReadLine(string line, ActionGraph draft)
    {
        if (LinePattern().Match(line.TrimStart('-', '*', ' ')) is not { Success: true } match) return null;
        var (verb, id, call) = (match.Groups["verb"].Value.ToLowerInvariant(), match.Groups["id"].Value, match.Groups["call"].Value);
        var known = draft.Actions.FirstOrDefault(a => a.Id?.Value == id);
        if (verb != "add" && known is null) return null;
        var action = verb == "withdraw" ? null : Action(call, known, draft.Vocabulary);
        if (verb != "withdraw" && action is null) return null;
        var text = action is null ? null : ExplanationWriter.Write(action);
        if (known is not null && text == ExplanationWriter.Write(known)) return null;
        return new(verb, known?.Id?.Value, text, Reason(match.Groups["reason"].Value));
    }

    /// <summary>A claim that the vocabulary knows and that is complete; the id of one that is changed stays.</summary>
    private static ActionNode? Action(string call, ActionNode? known, PrimitiveVocabulary vocabulary)
    {
        var read = ExplanationReader.Read(call, vocabulary);
        if (read.Graph.Actions is not [{ Primitive: { } primitive } action]) return null;
        var required = primitive.Arguments.Where(a => a is { Required: true, Kind: not ArgumentKind.ActionId });
        return required.All(a => action.Arguments.Any(given => given.Name == a.Name)) ? action with { Id = known?.Id } : null;
    }

    private static string Reason(string written)
    {
        var plain = AddressPattern().Replace(written, "(address left out)").Trim();
        return plain.Length > LongestReason ? plain[..LongestReason] + "\u2026" : plain;
    }

    [GeneratedRegex(
        @"^(?:(?<verb>withdraw)\s+(?<id>n\d{1,4})|(?<verb>change)\s+(?<id>n\d{1,4})\s+to\s+(?<call>\w+\(.*\))"
        + @"|(?<verb>add)\s+(?<call>\w+\(.*\)))\s+because\s+(?<reason>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\S*(?:://|www\.)\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
