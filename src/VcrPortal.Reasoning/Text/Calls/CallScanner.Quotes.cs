using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Text.Calls;

/// <content>What follows a quote decides whether it ended the text.</content>
internal sealed partial class CallScanner
{
    private void AwaitWhatFollows(int quote)
    {
        _closingQuote = quote;
        _nameAfterQuote = 0;
        _nameAfterQuoteEnded = false;
        _state = State.AfterQuote;
    }

    private bool StepAfterQuote(char c, int at, int line, int column)
    {
        var blankSeen = at > _closingQuote + 1;
        var noName = _nameAfterQuote == 0;
        if (c is ' ' or '\t')
        {
            _nameAfterQuoteEnded = !noName;
            return false;
        }
        if (EndsText(c, noName, blankSeen)) return CloseText(at, line, column) || Step(c, at, line, column);
        if (Identifier.Continues(c) && !_nameAfterQuoteEnded && ++_nameAfterQuote <= LongestName) return false;
        return Reopen(c, at, line, column);
    }

    private bool EndsText(char c, bool noName, bool blankSeen) => c switch
    {
        '\n' => true,
        ',' or ';' or ')' or ']' or '}' => noName,
        '=' => !noName || AwaitsName,
        ':' => noName && AwaitsName,
        '#' or '/' => noName && blankSeen,
        _ => noName && blankSeen && Quotes.IsQuote(c),
    };

    // What came after the quote is read again, now as what stands between tokens; it is all on one line.
    private bool CloseText(int end, int line, int column)
    {
        _tokens.Add(
            new CallToken(
            TokenKind.Quoted, _tokenStart, _closingQuote - _tokenStart, _tokenPlace with { Length = _closingQuote - _tokenStart + 2 }));
        _state = State.Between;
        for (var at = _closingQuote + 1; at < end; at++) Step(_raw[at], at, line, column - (end - at));
        return false;
    }

    private bool Reopen(char c, int at, int line, int column)
    {
        if (Slip == default && Quotes.InnerQuoteIsSlip(_quote)) Slip = new TextSpan(line, Math.Max(1, column - (at - _closingQuote)), 1);
        _state = State.Text;
        return Step(c, at, line, column);
    }
}
