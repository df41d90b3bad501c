using System.Text;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>
/// The state of a text between two characters: which block it is in, and whether it is in a call, a comment, a tag or a line of
/// something else. Characters that may begin a tag or a new call are held back until that is clear; all else is decided at once.
/// </summary>
internal sealed partial class ExplanationText(PrimitiveVocabulary vocabulary, bool isWatched)
{
    // A line of prose is judged by its beginning; more than this of it is not kept.
    private const int LongestLine = 4096;
    private const int FirstLine = 128;

    private enum State : byte { Line, Call, Tag, Ignored }

    private readonly CallScanner _scanner = new();
    private readonly LineHead _head = new();
    private readonly char[] _tag = new char[BlockTags.LongestTag + 1];
    private readonly PlainCall.PlacedValue[] _values =
        new PlainCall.PlacedValue[Math.Min(vocabulary.MostArguments, PlainCall.MostArguments)];
    private readonly StringBuilder _think = new();
    private readonly StringBuilder _answer = new();
    private State _state;
    private char[] _line = [];
    private int _lineLength;
    private int _tagLength;
    private Block _block;
    private CallName _call = new("", null, default);
    private TextSpan _lineStart;
    private TextSpan _tagStart;
    private bool _lineIsBlank = true;
    private bool _lastLineWasProse;
    private bool _isTruncated;
    private bool _afterCarriageReturn;
    private int _row = 1;
    private int _column = 1;

    public ReadLog Log { get; } = new(vocabulary, isWatched);

    /// <summary>Most characters only make a word or a text longer: those are taken in runs, which gives the same as one by one.</summary>
    public void Accept(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var run = TakeRun(text);
            if (run == 0) Accept(text[run++]);
            else
            {
                _column += run;
                _afterCarriageReturn = false;
            }
            text = text[run..];
        }
    }

    private int TakeRun(ReadOnlySpan<char> text)
    {
        if (_state == State.Call) return _head.IsActive ? 0 : _scanner.TakeRun(text);
        if (_state == State.Line && text[0] == '<') return TakeTag(text);
        if (_state == State.Line) return IsProseBlock ? TakeProse(text) : TakeLine(text);
        return 0;
    }

    private int TakeLine(ReadOnlySpan<char> text)
    {
        if (_lineLength == 0 && PlainCall.Read(text, new TextSpan(_row, _column, 0), vocabulary, _values, Log) is var call and > 0)
        {
            _lineIsBlank = _lastLineWasProse = false;
            return call;
        }
        var run = Identifier.RunOf(text);
        if (run > 0) AppendToLine(text[..run]);
        return run;
    }

    private int TakeProse(ReadOnlySpan<char> text)
    {
        var run = text.IndexOfAny('<', '\n', '\r') is var end and >= 0 ? end : text.Length;
        BlockText.Append(text[..run]);
        _lineIsBlank = _lineIsBlank && text[..run].IsWhiteSpace();
        return run;
    }

    // A whole tag that arrives at once; one that arrives in parts is held back letter by letter.
    private int TakeTag(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, BlockTags.LongestTag)].IndexOfAny('>', '\n', '\r');
        if (end < 0 || BlockTags.Read(text[..(end + 1)]) is not { } tag) return 0;
        _tagStart = new TextSpan(_row, _column, 1);
        return TakeTag(tag.Block, tag.IsClosing, end + 1) ? end + 1 : 0;
    }

    private void Accept(char c)
    {
        var endsPair = c == '\n' && _afterCarriageReturn;
        _afterCarriageReturn = c == '\r';
        if (endsPair || (c == '\uFEFF' && _row == 1 && _column == 1)) return;
        if (c == '\r') c = '\n';
        Step(c, _row, _column);
        (_row, _column) = c == '\n' ? (_row + 1, 1) : (_row, _column + 1);
    }

    public ReadResult Complete(bool isCutInCharacter)
    {
        if (_state == State.Call && _head.IsActive) GoOnWithCall();
        if (_state == State.Call) ReportTruncation(
            $"The text ends inside {ActionRules.Shortened(_call.Written)}(. That call is not read.", _call.Place);
        if (_state == State.Tag) ReportTruncation("The text ends inside a tag.", _tagStart);
        if (_state == State.Line) EndLine(isLast: true);
        if (_block != Block.None) ReportTruncation($"The text ends inside <{BlockTags.NameOf(_block)}>.", new TextSpan(_row, _column, 0));
        if (isCutInCharacter) ReportTruncation("The text ends inside a character.", new TextSpan(_row, _column, 0));
        return Log.Result(_think.ToString().Trim(), _answer.ToString().Trim(), _isTruncated);
    }

    private void Step(char c, int row, int column)
    {
        if (_state == State.Call && _head.IsActive) StepHead(c);
        else if (_state == State.Tag) StepTag(c, row, column);
        else StepPlain(c, row, column);
    }

    private void StepPlain(char c, int row, int column)
    {
        switch (_state)
        {
            case State.Call: StepCall(c, row, column); break;
            case State.Ignored when c == '\n': BeginLine(); break;
            case State.Ignored: break;
            default: StepLine(c, row, column); break;
        }
    }

    private void ReportTruncation(string message, TextSpan place)
    {
        if (!_isTruncated) Log.Add(DiagnosticRules.Truncated.Report(message, place));
        _isTruncated = true;
    }
}
