using System.Runtime.InteropServices;
using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>
/// Cuts the inside of one call into tokens, one character at a time, up to the parenthesis that closes it. A quote ends a text only
/// where something follows that can follow a text (a comma, a bracket, the next name); any other quote is part of it. So apostrophes
/// and forgotten backslashes do no harm.
/// </summary>
internal sealed partial class CallScanner
{
    /// <summary>The longest raw text of one call, in UTF-16 characters; the bound of what a reader holds.</summary>
    public const int LongestCall = 256 * 1024;

    // What is kept between calls: enough for any call that a model writes by intent.
    private const int KeptCapacity = 8 * 1024;
    private const int FirstCapacity = 256;
    private const int LongestName = 40;
    private const int DeepestBracket = 60;

    private enum State : byte { Between, Word, Text, Escape, AfterQuote, Comment }

    private readonly List<CallToken> _tokens = [];
    private char[] _raw = [];
    private int _length;
    private State _state;
    private int _tokenStart;
    private TextSpan _tokenPlace;
    private char _quote;
    private int _closingQuote;
    private int _nameAfterQuote;
    private bool _nameAfterQuoteEnded;
    private int _parenthesesInWord;
    private int _depth;
    private ulong _squareAtDepth;

    public ReadOnlySpan<char> Raw => _raw.AsSpan(0, _length);
    public ReadOnlySpan<CallToken> Tokens => CollectionsMarshal.AsSpan(_tokens);
    public bool IsTooLong => _length > LongestCall;

    /// <summary>Where a quote inside a text lacks its backslash, or the default.</summary>
    public TextSpan Slip { get; private set; }

    /// <summary>Where a bracket has no partner, or the default.</summary>
    public TextSpan Unbalanced { get; private set; }

    public void Begin()
    {
        if (_raw.Length > KeptCapacity) _raw = new char[KeptCapacity];
        _tokens.Clear();
        _length = _depth = _parenthesesInWord = 0;
        _squareAtDepth = 0;
        _state = State.Between;
        Slip = Unbalanced = default;
    }

    /// <summary>Takes the characters that only make the present text or word longer, and says how many; up to the bound of a
    /// call.</summary>
    public int TakeRun(ReadOnlySpan<char> text)
    {
        var run = _state switch
        {
            State.Text => text.IndexOfAny(Quotes.EndsOfRuns) is var end and >= 0 ? end : text.Length,
            State.Word => Identifier.RunOf(text),
            _ => 0,
        };
        run = Math.Min(run, LongestCall - _length);
        if (run <= 0) return 0;
        MakeRoom(run);
        text[..run].CopyTo(_raw.AsSpan(_length));
        _length += run;
        return run;
    }

    /// <summary>True when this character closes the call.</summary>
    public bool Accept(char c, int line, int column)
    {
        MakeRoom(1);
        _raw[_length++] = c;
        return Step(c, _length - 1, line, column);
    }

    private void MakeRoom(int more)
    {
        if (_length + more > _raw.Length) Array.Resize(ref _raw, Math.Max(_length + more, Math.Max(FirstCapacity, 2 * _raw.Length)));
    }

    /// <summary>The call breaks off after a line break: what is open ends here, a text at the end of its first line.</summary>
    public void Break()
    {
        if (_state == State.Word) EndWord(_length);
        if (_state is not (State.Text or State.Escape)) return;
        var line = Raw[_tokenStart..];
        var end = line.IndexOf('\n');
        var text = (end < 0 ? line : line[..end]).TrimEnd();
        _tokens.Add(new CallToken(TokenKind.Quoted, _tokenStart, text.Length, _tokenPlace with { Length = text.Length + 1 }));
        _state = State.Between;
    }

    private bool Step(char c, int at, int line, int column)
    {
        switch (_state)
        {
            case State.Between: return StepBetween(c, at, line, column);
            case State.Word: return StepWord(c, at, line, column);
            case State.Escape: _state = State.Text; return false;
            case State.AfterQuote: return StepAfterQuote(c, at, line, column);
            case State.Comment:
                if (c == '\n') _state = State.Between;
                return false;
            default:
                if (c == '\\') _state = State.Escape;
                else if (Quotes.Closes(_quote, c)) AwaitWhatFollows(at);
                return false;
        }
    }

    private bool StepBetween(char c, int at, int line, int column)
    {
        var place = new TextSpan(line, column, 1);
        switch (c)
        {
            case ',': Add(TokenKind.Comma); return false;
            case ';': Add(TokenKind.Semicolon); return false;
            case '=': Add(TokenKind.Equals); return false;
            case ':': Add(TokenKind.Colon); return false;
            case '(' or '[' or '{': OpenBracket(c, at, place); return false;
            case ')': return CloseParenthesis(at, place);
            case ']' or '}': CloseSquare(at, place); return false;
            case '#': _state = State.Comment; return false;
            default:
                if (char.IsWhiteSpace(c)) return false;
                (_tokenStart, _tokenPlace) = (at, place);
                if (Quotes.IsQuote(c)) OpenText(c);
                else _state = State.Word;
                return false;
        }

        void Add(TokenKind kind) => _tokens.Add(new CallToken(kind, at, 1, place));
    }

    private void OpenText(char quote)
    {
        _quote = quote;
        _tokenStart++;
        _state = State.Text;
    }

    private bool AwaitsName =>
        _tokens.Count == 0 || _tokens[^1].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Close or TokenKind.Quoted;

    private void OpenBracket(char c, int at, TextSpan place)
    {
        if (_depth == DeepestBracket) return;
        if (c == '(') _squareAtDepth &= ~(1UL << _depth);
        else _squareAtDepth |= 1UL << _depth;
        _depth++;
        _tokens.Add(new CallToken(TokenKind.Open, at, 1, place));
    }

    private bool InSquare => _depth > 0 && (_squareAtDepth & (1UL << (_depth - 1))) != 0;

    private bool CloseParenthesis(int at, TextSpan place)
    {
        if (_depth == 0) return true;
        if (InSquare)
        {
            Unbalanced = place;
            return true;
        }
        _depth--;
        _tokens.Add(new CallToken(TokenKind.Close, at, 1, place));
        return false;
    }

    private void CloseSquare(int at, TextSpan place)
    {
        if (!InSquare)
        {
            Unbalanced = place;
            return;
        }
        _depth--;
        _tokens.Add(new CallToken(TokenKind.Close, at, 1, place));
    }
}
