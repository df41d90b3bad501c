using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>Makes the arguments of one call from its tokens, in one pass and without recursion.</summary>
internal ref struct CallParser(ReadOnlySpan<char> raw, ReadOnlySpan<CallToken> tokens)
{
    private readonly ReadOnlySpan<char> _raw = raw;
    private readonly ReadOnlySpan<CallToken> _tokens = tokens;
    private int _at;
    private (string Name, TextSpan Place)? _carried;

    /// <summary>Where a list has no closing bracket, or the default.</summary>
    public TextSpan UnclosedList { get; private set; }

    public List<WrittenArgument> ReadArguments()
    {
        var arguments = new List<WrittenArgument>();
        var afterSemicolon = false;
        while (_at < _tokens.Length)
        {
            var kind = _tokens[_at].Kind;
            if (kind is TokenKind.Comma or TokenKind.Semicolon
                || (_carried is null && kind is TokenKind.Equals or TokenKind.Colon or TokenKind.Close) || IsBraceAroundArguments(kind))
            {
                afterSemicolon = kind == TokenKind.Semicolon;
                _at++;
                continue;
            }
            arguments.Add(ReadArgument() with { AfterSemicolon = afterSemicolon });
            afterSemicolon = false;
        }
        return arguments;
    }

    // The signatures put optional arguments in braces, and some models copy that.
    private readonly bool IsBraceAroundArguments(TokenKind kind) =>
        kind == TokenKind.Open && _carried is null && _raw[_tokens[_at].Start] == '{'
        && _at + 2 < _tokens.Length && _tokens[_at + 2].Kind is TokenKind.Equals or TokenKind.Colon;

    private WrittenArgument ReadArgument()
    {
        if (_carried is { } carried)
        {
            _carried = null;
            _at++;
            return ReadValue(carried.Name, carried.Place);
        }
        var token = _tokens[_at];
        var next = _at + 1 < _tokens.Length ? _tokens[_at + 1].Kind : TokenKind.Comma;
        if (token.Kind is TokenKind.Word or TokenKind.Quoted && next is TokenKind.Equals or TokenKind.Colon) return Named(token, skip: 2);
        if (token.Kind != TokenKind.Word) return ReadValue(null, default);
        if (next is TokenKind.Quoted or TokenKind.Open && Identifier.IsOne(Slice(token))) return Named(token, skip: 1);
        return SplitAtColon(token) ?? ReadValue(null, default);
    }

    private WrittenArgument Named(CallToken name, int skip)
    {
        _at += skip;
        return ReadValue(Identifier.From(Slice(name)), name.Place);
    }

    // `actor: BCL-2` arrives as one word; `GO:0006915` has no blank and is a value.
    private WrittenArgument? SplitAtColon(CallToken word)
    {
        var text = Slice(word);
        var colon = text.IndexOf(": ");
        if (colon < 0 || !Identifier.IsOne(text[..colon])) return null;
        _at++;
        var value = text[(colon + 2)..].Trim();
        return new WrittenArgument(
            text[..colon].ToString(), word.Place with { Length = colon }, new ArgumentValue.Text(value.ToString()), word.Place,
            IsBare: true);
    }

    private WrittenArgument ReadValue(string? name, TextSpan namePlace)
    {
        if (_at >= _tokens.Length) return new WrittenArgument(name, namePlace, new ArgumentValue.Text(""), namePlace);
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case TokenKind.Quoted:
                _at++;
                return new WrittenArgument(name, namePlace, new ArgumentValue.Text(QuotedText.Read(Slice(token))), token.Place);
            case TokenKind.Word: return ReadBare(name, namePlace, token);
            case TokenKind.Open: return new WrittenArgument(name, namePlace, ReadList(token), token.Place);
            default: return new WrittenArgument(name, namePlace, new ArgumentValue.Text(""), namePlace);
        }
    }

    private WrittenArgument ReadBare(string? name, TextSpan namePlace, CallToken word)
    {
        _at++;
        var text = Slice(word);
        if (_at < _tokens.Length && _tokens[_at].Kind == TokenKind.Equals)
        {
            var tail = Identifier.StartOfLast(text);
            var head = text[..tail].TrimEnd();
            if (head.Length > 0 && head.Length < tail && tail < text.Length)
            {
                // A comma is missing: `a target="b"`.
                _carried = (text[tail..].ToString(), word.Place with { Column = word.Place.Column + tail, Length = text.Length - tail });
                text = head;
            }
            else if (_at + 1 < _tokens.Length && _tokens[_at + 1].Kind is TokenKind.Word or TokenKind.Quoted)
            {
                // The value itself holds an equals sign: `affinity=IC50=12 nM`.
                text = _raw[word.Start.._tokens[_at + 1].End];
                _at += 2;
            }
        }
        return new WrittenArgument(name, namePlace, new ArgumentValue.Text(text.ToString()), word.Place, IsBare: true);
    }

    private ArgumentValue ReadList(CallToken open)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        var (depth, isMap) = (1, false);
        for (_at++; _at < _tokens.Length && depth > 0; _at++)
        {
            var token = _tokens[_at];
            switch (token.Kind)
            {
                case TokenKind.Open: depth++; break;
                case TokenKind.Close: depth--; break;
                case TokenKind.Equals or TokenKind.Colon: isMap = true; break;
                case TokenKind.Word when _raw[open.Start] != '{' && IsFollowedByEquals(): return Unclosed(open, items);
                case TokenKind.Word: items.Add(Slice(token).ToString()); break;
                case TokenKind.Quoted: items.Add(QuotedText.Read(Slice(token))); break;
            }
        }
        if (depth > 0) return isMap ? AsText(open) : Unclosed(open, items);
        return isMap ? AsText(open) : new ArgumentValue.List(items.ToImmutable());
    }

    private readonly bool IsFollowedByEquals() => _at + 1 < _tokens.Length && _tokens[_at + 1].Kind == TokenKind.Equals;

    private ArgumentValue.List Unclosed(CallToken open, ImmutableArray<string>.Builder items)
    {
        UnclosedList = open.Place;
        return new ArgumentValue.List(items.ToImmutable());
    }

    // A map has no place in the language: it is kept as it is written.
    private readonly ArgumentValue.Text AsText(CallToken open) =>
        new(string.Join(
            ' ', _raw[open.Start.._tokens[_at - 1].End].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private readonly ReadOnlySpan<char> Slice(CallToken token) => _raw.Slice(token.Start, token.Length);
}
