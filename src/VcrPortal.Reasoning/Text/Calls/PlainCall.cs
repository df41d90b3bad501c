using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>
/// A call as the writer writes it, and most models too: on one line, a known name, its own arguments in double quotes or in a list of such,
/// nothing to mend. It is read straight from the text. Whatever departs from that, even by a blank, is left to <see cref="CallScanner"/>
/// and <see cref="ActionReading"/>, which give the same for these and take everything else; a property test holds both against each other.
/// </summary>
internal ref struct PlainCall
{
    /// <summary>More than a call by intent has: what was looked at in vain is read again, once.</summary>
    private const int Longest = 8 * 1024;

    /// <summary>More than any primitive of ours has; the bound of what a reader keeps room for.</summary>
    public const int MostArguments = 32;

    private readonly ReadOnlySpan<char> _text;
    private readonly TextSpan _start;
    private readonly Span<PlacedValue> _values;
    private int _at;

    private PlainCall(ReadOnlySpan<char> text, TextSpan start, Span<PlacedValue> values)
    {
        _text = text.Length > Longest ? text[..Longest] : text;
        _start = start;
        _values = values;
    }

    /// <summary>The value of an argument and where it stands.</summary>
    public readonly record struct PlacedValue(ArgumentValue? Value, TextSpan Place);

    /// <summary>Reads the call that the text begins with into the log and says how long it is; 0 where it is none of these.</summary>
    /// <param name="start">Where the text begins.</param>
    /// <param name="values">Room for the arguments, which is written over: a primitive with more is not read.</param>
    public static int Read(ReadOnlySpan<char> text, TextSpan start, PrimitiveVocabulary vocabulary, Span<PlacedValue> values, ReadLog log)
    {
        var call = new PlainCall(text, start, values);
        if (call.Name() is not { Length: > 0 } name || !call.Comes('(')) return 0;
        var place = start with { Length = name.Length };
        if (name is CallName.Edge)
        {
            if (call.ReadEdge() is not { } edge) return 0;
            log.Add(edge, place);
        }
        else
        {
            if (vocabulary.Find(name) is not { Name: not PrimitiveAliases.AnyActivity } primitive
                || primitive.Arguments.Length > values.Length || call.ReadAction(primitive, place) is not { } action) return 0;
            log.Add(action);
        }
        return call._at;
    }

    private CausalEdge? ReadEdge()
    {
        if (Quoted() is not { IsEmpty: false } source || !ComesNext() || Quoted() is not { IsEmpty: false } target
            || !ComesNext()) return null;
        if (Name() is not "relation" || !Comes('=')) return null;
        var relation = Quoted();
        if (!Comes(')') || source.IsWhiteSpace() || target.IsWhiteSpace()) return null;
        CausalRelation? known =
            relation switch { "causal" => CausalRelation.Causal, "correlative" => CausalRelation.Correlative, _ => null };
        return known is { } kind ? new CausalEdge(NodeIds.From(source), NodeIds.From(target), kind) : null;
    }

    private PlacedAction? ReadAction(ActionPrimitive primitive, TextSpan name)
    {
        _values[..primitive.Arguments.Length].Clear();
        NodeId? id = null;
        TextSpan idPlace = default;
        var (count, next) = (0, 0);
        do
        {
            var written = Name();
            if (written.IsEmpty || !Comes('=')) return null;
            var place = Here();
            if (written is "id")
            {
                if (id is not null || primitive.Name == ActionNode.ContextName || !IsQuoted(out var text)) return null;
                (id, idPlace) = (NodeIds.From(text), place with { Length = text.Length + 2 });
                continue;
            }
            next = primitive.PlaceOf(written, next);
            if (next < 0 || _values[next].Value is not null
                || ReadValue(primitive.Arguments[next].Kind, ref place) is not { } value) return null;
            _values[next] = new(value, place);
            count++;
        }
        while (ComesNext());
        return Comes(')') ? InOrder(primitive, id, name, idPlace, count) : null;
    }

    private readonly PlacedAction InOrder(ActionPrimitive primitive, NodeId? id, TextSpan name, TextSpan idPlace, int count)
    {
        var (arguments, places) = (new Argument[count], new TextSpan[count]);
        for (var (from, to) = (0, 0); to < count; from++)
        {
            if (_values[from].Value is not { } value) continue;
            (arguments[to], places[to]) = (new Argument(primitive.Arguments[from].Name, value), _values[from].Place);
            to++;
        }
        return new(
            new ActionNode(id, primitive.Name, primitive, ImmutableCollectionsMarshal.AsImmutableArray(arguments)), name, idPlace,
            ImmutableCollectionsMarshal.AsImmutableArray(places));
    }

    private ArgumentValue? ReadValue(ArgumentKind kind, ref TextSpan place)
    {
        if (kind == ArgumentKind.EntityList) return ReadList();
        if (!IsQuoted(out var text)) return null;
        place = place with { Length = text.Length + 2 };
        if (kind == ArgumentKind.Direction) return text switch { "up" => ArgumentValue.Up, "down" => ArgumentValue.Down, _ => null };
        return new ArgumentValue.Text(text.ToString());
    }

    private ArgumentValue.List? ReadList()
    {
        if (!Comes('[')) return null;
        var items = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (!IsQuoted(out var text)) return null;
            items.Add(text.ToString());
        }
        while (ComesNext());
        return Comes(']') ? new ArgumentValue.List(items.DrainToImmutable()) : null;
    }

    // ---- the pieces; each moves on only where it is there

    private readonly TextSpan Here() => _start with { Column = _start.Column + _at, Length = 1 };

    private ReadOnlySpan<char> Name()
    {
        var run = _text.Slice(_at, Identifier.RunOf(_text[_at..]));
        if (run.IsEmpty || char.IsAsciiDigit(run[0])) return default;
        _at += run.Length;
        return run;
    }

    private bool Comes(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }

    // A comma and blanks.
    private bool ComesNext()
    {
        if (!Comes(',')) return false;
        while (Comes(' ')) { }
        return true;
    }

    private ReadOnlySpan<char> Quoted() => IsQuoted(out var text) ? text : default;

    // Up to the quote after which an argument or item can end, on this line and with nothing escaped.
    private bool IsQuoted(out ReadOnlySpan<char> text)
    {
        text = default;
        if (!Comes('"')) return false;
        var length = _text[_at..].IndexOfAny("\"\\\r\n");
        if (length < 0 || _text[_at + length] != '"' || _at + length + 1 == _text.Length
            || _text[_at + length + 1] is not (',' or ')' or ']')) return false;
        text = _text.Slice(_at, length);
        _at += length + 1;
        return true;
    }
}
