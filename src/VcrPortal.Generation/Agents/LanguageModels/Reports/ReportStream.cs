using System.Text;

namespace VcrPortal.Generation.Agents.LanguageModels.Reports;

/// <summary>
/// A model's report on its way to readers, word by word: addresses are left out, and a sentence whose citations do not hold is marked where
/// it ends. At most one word and the white space before it are held back.
/// </summary>
/// <param name="problemOf">What is wrong with what a sentence cites; null where nothing is.</param>
/// <param name="shownAs">A word as readers are shown it.</param>
internal sealed class ReportStream(Func<string, string?> problemOf, Func<string, string>? shownAs = null)
{
    /// <summary>What may stand after the stop of a sentence.</summary>
    private const string Closing = "*_)\"\u201d";

    /// <summary>Characters of "12." before an item of a list; what is longer is a year or the number of an article.</summary>
    private const int LongestListNumber = 4;

    private static readonly string[] NoEnd = ["e.g.", "i.e.", "vs.", "al.", "fig.", "ca.", "approx."];

    private readonly StringBuilder _space = new();
    private readonly StringBuilder _word = new();
    private readonly StringBuilder _sentence = new();
    private readonly StringBuilder _out = new();
    private readonly List<AgentNews.CitationDoubted> _doubts = [];
    private bool _isEnded;

    /// <summary>What may be shown now, and the sentences that were found wanting.</summary>
    public (string Text, IReadOnlyList<AgentNews.CitationDoubted> Doubts) Feed(ReadOnlySpan<char> chunk)
    {
        var begin = 0;
        for (var i = 0; i < chunk.Length; i++)
        {
            if (!char.IsWhiteSpace(chunk[i])) continue;
            EndWord(chunk[begin..i]);
            begin = i + 1;
            if (chunk[i] == '\n') EndSentence();
            _space.Append(chunk[i]);
        }
        _word.Append(chunk[begin..]);
        return Take();
    }

    /// <summary>The rest.</summary>
    public (string Text, IReadOnlyList<AgentNews.CitationDoubted> Doubts) Complete()
    {
        EndWord([]);
        EndSentence();
        _out.Append(_space);
        _space.Clear();
        return Take();
    }

    private (string, IReadOnlyList<AgentNews.CitationDoubted>) Take()
    {
        var taken = (_out.ToString(), (IReadOnlyList<AgentNews.CitationDoubted>)(_doubts.Count == 0 ? [] : [.. _doubts]));
        _out.Clear();
        _doubts.Clear();
        return taken;
    }

    /// <param name="rest">What of the word has not been kept: all of it, where a model streams whole words.</param>
    private void EndWord(ReadOnlySpan<char> rest)
    {
        if (_word.Length == 0 && rest.IsEmpty) return;
        var word = _word.Length == 0 ? rest.ToString() : _word.Append(rest).ToString();
        _word.Clear();
        if (word.AsSpan().ContainsAny(':', '.')
            && (word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.OrdinalIgnoreCase)))
            word = "(address left out)";
        // "ERK falls. [2] Then": a citation after the stop belongs to the sentence before it.
        if (_isEnded && word[0] != '[') EndSentence();
        if (_space.Length > 0) _out.Append(_space);
        _space.Clear();
        _out.Append(shownAs?.Invoke(word) ?? word);
        _sentence.Append(' ').Append(word);
        _isEnded |= Ends(word);
    }

    private static bool Ends(string word)
    {
        var bare = word.AsSpan().TrimEnd(Closing);
        // Asked of every word that a model streams: most are over here, and none has cost anything.
        if (bare.Length < 2 || bare[^1] is not ('.' or '!' or '?')) return false;
        return !NoEnd.Contains(bare.ToString(), StringComparer.OrdinalIgnoreCase)
            && (bare.Length > LongestListNumber || bare[..^1].ContainsAnyExceptInRange('0', '9'));
    }

    private void EndSentence()
    {
        var sentence = _sentence.ToString().Trim();
        _sentence.Clear();
        _isEnded = false;
        if (sentence.Length == 0 || problemOf(sentence) is not { } problem) return;
        // A mark inside of a row would break its table; the list of doubts has the row all the same.
        if (sentence[0] != '|') _out.Append(" *(citation not confirmed: ").Append(shownAs?.Invoke(problem) ?? problem).Append(")*");
        var plain = sentence.Replace("*", "", StringComparison.Ordinal);
        _doubts.Add(new(plain.Length > 500 ? plain[..500] + "\u2026" : plain, problem));
    }
}
