using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Text.Calls;

/// <content>A word without quotes: where it ends, and where a quote in it begins a text.</content>
internal sealed partial class CallScanner
{
    private bool StepWord(char c, int at, int line, int column)
    {
        if (c == '(') _parenthesesInWord++;
        else if (c == ')' && _parenthesesInWord > 0) _parenthesesInWord--;
        else if (c == '/' && at == _tokenStart + 1 && _raw[_tokenStart] == '/') _state = State.Comment;
        else if (Quotes.IsQuote(c) && QuoteEndsWord(at)) EndWordBeforeText(c, at, line, column);
        else if (_parenthesesInWord == 0 && c is ',' or ';' or '=' or '[' or '{' or ')' or ']' or '}' or '\n')
        {
            EndWord(at);
            return Step(c, at, line, column);
        }
        return false;
    }

    // `actor: "x"` and `actor "x"` begin a text; `5" thing` and `binds 'tightly'` do not.
    private bool QuoteEndsWord(int at)
    {
        var word = Raw[_tokenStart..at];
        return _parenthesesInWord == 0 && word.TrimEnd() is var trimmed
            && (trimmed[^1] == ':'
                || (AwaitsName && trimmed.Length < word.Length && trimmed.Length <= LongestName && Identifier.IsOne(trimmed)));
    }

    private void EndWordBeforeText(char quote, int at, int line, int column)
    {
        EndWord(at);
        var word = _tokens[^1];
        if (_raw[word.End - 1] == ':')
        {
            _tokens[^1] = word with { Length = word.Length - 1 };
            _tokens.Add(new CallToken(TokenKind.Colon, word.End - 1, 1, _tokenPlace));
        }
        (_tokenStart, _tokenPlace) = (at, new TextSpan(line, column, 1));
        OpenText(quote);
    }

    private void EndWord(int end)
    {
        var length = Raw[_tokenStart..end].TrimEnd().Length;
        _tokens.Add(new CallToken(TokenKind.Word, _tokenStart, length, _tokenPlace with { Length = length }));
        _parenthesesInWord = 0;
        _state = State.Between;
    }
}
