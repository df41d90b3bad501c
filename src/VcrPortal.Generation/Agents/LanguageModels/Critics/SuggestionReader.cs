using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels.Critics;

/// <summary>What was read from a critic's answer.</summary>
internal sealed record CritiqueReading(ImmutableArray<AgentNews.Suggested> Suggestions, AgentNews.CritiqueRead Told);

/// <summary>
/// Reads what a critic wrote, one suggestion on each line. What names no claim of the draft, holds no sound claim, or says no more than the
/// draft does is no suggestion, and why it is none is told with what was written.
/// </summary>
internal static partial class SuggestionReader
{
    private const int MostSuggestions = 20, LongestReason = 500;

    /// <summary>The most characters of a line that is looked at: a claim with its reason is far shorter.</summary>
    private const int LongestLine = 2_000;

    /// <summary>Lines that are told one by one, and characters of an answer that are kept.</summary>
    private const int MostUnread = 5, MostKept = 20_000;

    /// <param name="cut">Why the answer is not whole; null where it is.</param>
    public static CritiqueReading Read(string answer, ActionGraph draft, string? cut = null)
    {
        var (suggestions, unread, more) = (ImmutableArray.CreateBuilder<AgentNews.Suggested>(), new List<string>(), 0);
        if (cut is not null) unread.Add(cut);
        var lines = answer.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0 || NothingPattern().IsMatch(line)) continue;
            var (suggestion, problem) = suggestions.Count == MostSuggestions ? (null, $"is suggestion {MostSuggestions + 1} or later")
                : line.Length > LongestLine ? (null, $"is longer than {LongestLine} characters") : ReadLine(line, draft);
            if (suggestion is not null) suggestions.Add(suggestion);
            else if (unread.Count < MostUnread) unread.Add($"Line {at + 1} {problem}.");
            else more++;
        }
        if (more > 0) unread.Add($"{more} more line{(more == 1 ? "" : "s")} could not be used.");
        if (answer.AsSpan().IsWhiteSpace()) unread.Add("It wrote nothing; where a draft needs nothing, it is asked to write none.");
        var kept = unread.Count == 0 ? "" : answer.Length > MostKept ? answer[..MostKept] + "\u2026" : answer;
        return new(suggestions.ToImmutable(), new(suggestions.Count, [.. unread], kept));
    }

    private static (AgentNews.Suggested? Suggestion, string Problem) ReadLine(string line, ActionGraph draft)
    {
        if (LinePattern().Match(line.TrimStart('-', '*', ' ')) is not { Success: true } match)
            return (null, "is in none of the three forms that were asked for (withdraw, change, add, each with its reason)");
        var (verb, id, call) = (match.Groups["verb"].Value.ToLowerInvariant(), match.Groups["id"].Value, match.Groups["call"].Value);
        var known = draft.Actions.FirstOrDefault(a => a.Id?.Value == id);
        if (verb != "add" && known is null) return (null, $"names {id}, which is no claim of the draft");
        var action = verb == "withdraw" ? null : Action(call, known, draft.Vocabulary);
        if (verb != "withdraw" && action is null) return (null, "holds no whole claim of a known kind");
        var text = action is null ? null : ExplanationWriter.Write(action);
        if (known is not null && text == ExplanationWriter.Write(known)) return (null, $"says what {id} says already");
        return (new(verb, known?.Id?.Value, text, Reason(match.Groups["reason"].Value)), "");
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

    /// <summary>How a critic says that the draft needs nothing, or frames its lines.</summary>
    [GeneratedRegex(@"^(?:none\.?|```\w*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NothingPattern();

    [GeneratedRegex(@"\S*(?:://|www\.)\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
