using System.Text;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>
/// The state of a text between two characters: which block it is in, and whether it is in a call, a comment, a tag or a line of
/// something else. Characters that may begin a tag or a new call are held back until that is clear; all else is decided at once.
/// </summary>
internal sealed class ExplanationText(PrimitiveVocabulary vocabulary, bool isWatched)
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

    // ---- a line outside calls

    private bool IsProseBlock => _block is Block.Think or Block.Answer;

    private StringBuilder BlockText => _block == Block.Think ? _think : _answer;

    private void BeginLine()
    {
        _lineLength = 0;
        _lineIsBlank = true;
        _state = State.Line;
    }

    private void StepLine(char c, int row, int column)
    {
        if (c == '<') BeginTag(row, column);
        else if (IsProseBlock) AppendToBlock(c);
        else if (c == '\n')
        {
            EndLine(isLast: false);
            BeginLine();
        }
        else if (c == '(' && TryBeginCall()) _lineIsBlank = false;
        else if (IsComment(c))
        {
            EndLine(isLast: false);
            _state = State.Ignored;
        }
        else AppendToLine(c, row, column);
    }

    private void AppendToBlock(char c)
    {
        BlockText.Append(c);
        _lineIsBlank = c == '\n' || (_lineIsBlank && char.IsWhiteSpace(c));
    }

    private void AppendToLine(char c, int row, int column)
    {
        if (!char.IsWhiteSpace(c)) _lineIsBlank = false;
        else if (_lineLength == 0) return;
        if (_lineLength == 0) _lineStart = new TextSpan(row, column, 0);
        Keep([c]);
    }

    private void AppendToLine(ReadOnlySpan<char> identifier)
    {
        _lineIsBlank = false;
        if (_lineLength == 0) _lineStart = new TextSpan(_row, _column, 0);
        Keep(identifier);
    }

    private void Keep(ReadOnlySpan<char> characters)
    {
        characters = characters[..Math.Min(characters.Length, LongestLine - _lineLength)];
        if (_lineLength + characters.Length > _line.Length) Array.Resize(
            ref _line, Math.Max(_lineLength + characters.Length, Math.Max(FirstLine, 2 * _line.Length)));
        characters.CopyTo(_line.AsSpan(_lineLength));
        _lineLength += characters.Length;
    }

    // `#` and `//` begin a comment at the start of a line, after a call and after a blank.
    private bool IsComment(char c)
    {
        var line = _line.AsSpan(0, _lineLength);
        if (c == '#') return line.IsEmpty || char.IsWhiteSpace(line[^1]);
        if (c != '/' || line.IsEmpty || line[^1] != '/' || (line.Length > 1 && !char.IsWhiteSpace(line[^2]))) return false;
        _lineLength--;
        return true;
    }

    private void EndLine(bool isLast)
    {
        if (_lineLength == 0) return;
        var written = _line.AsSpan(0, _lineLength);
        _lineLength = 0;
        var line = LineText.WithoutBullet(written).ToString();
        if (LineText.IsCodeFence(written) || !LineText.HasLetters(line)) return;
        var place = _lineStart with { Length = line.Length };
        if (isLast && (CallName.MayBegin(line, vocabulary) || LineText.EndsInArrow(line))) ReportTruncation(
            "The text ends in the middle of a line.", place);
        else if (!TryReadArrows(line, place)) ReportProse(line, place);
    }

    private bool TryReadArrows(string line, TextSpan place)
    {
        var (edges, diagnostics) = (new List<CausalEdge>(), new List<Diagnostic>());
        if (!EdgeReading.TryReadArrows(line.TrimEnd(';', ',', ' '), place, edges, diagnostics)) return false;
        foreach (var edge in edges) Log.Add(edge, place);
        foreach (var diagnostic in diagnostics) Log.Add(diagnostic);
        _lastLineWasProse = false;
        return true;
    }

    // One report for a run of such lines.
    private void ReportProse(string line, TextSpan place)
    {
        if (_lastLineWasProse) return;
        _lastLineWasProse = true;
        var isBetweenBlocks = _block == Block.None && !Log.HasActions;
        Log.Add(isBetweenBlocks
            ? DiagnosticRules.TextOutsideBlocks.Report(
                $"\"{ActionRules.Shortened(line)}\" stands outside the blocks. It is ignored.", place)
            : DiagnosticRules.ProseInBlock.Report(
                $"\"{ActionRules.Shortened(line)}\" is neither an action nor an edge. Expected name(id=\"n1\", …). It is ignored.", place));
    }

    // ---- a call

    private bool TryBeginCall()
    {
        var line = _line.AsSpan(0, _lineLength);
        var text = line.TrimEnd();
        var start = Identifier.StartOfLast(text);
        if (start == text.Length || line.Length == LongestLine) return false;
        var name = CallName.Parse(
            text[start..].ToString(), vocabulary, _lineStart with { Column = _lineStart.Column + start, Length = text.Length - start });
        // A word of prose before a parenthesis is no call; a name that nobody knows is one only where it stands alone.
        var before = LineText.WithoutBullet(line[..start]);
        if (!name.IsKnown && (text.Length < line.Length || !before.IsEmpty)) return false;
        if (LineText.HasLetters(before)) ReportProse(before.ToString(), _lineStart with { Length = start });
        _lineLength = 0;
        _call = name;
        _scanner.Begin();
        _head.End();
        _state = State.Call;
        return true;
    }

    private void StepCall(char c, int row, int column)
    {
        if (_scanner.Accept(c, row, column)) EndCall(isBroken: false);
        else if (_scanner.IsTooLong) SkipCall(c);
        else if (c == '\n' && IsMerelyProse()) BeginLine();
        else if (c == '\n') _head.Begin(row + 1);
    }

    private void SkipCall(char c)
    {
        Log.Add(DiagnosticRules.CallTooLong.Report(
            $"{ActionRules.Shortened(_call.Written)}( is longer than {CallScanner.LongestCall} characters. It is skipped.", _call.Place));
        _scanner.Begin();
        if (c == '\n') BeginLine();
        else _state = State.Ignored;
    }

    // `apoptosis(es` at the start of a line of prose
    private bool IsMerelyProse()
    {
        if (_call.IsKnown || _call.Written.Contains('_') || HasNamedArgument()) return false;
        ReportProse(_call.Written + "(", _call.Place);
        return true;
    }

    private bool HasNamedArgument()
    {
        foreach (var token in _scanner.Tokens)
            if (token.Kind == TokenKind.Equals) return true;
        return false;
    }

    private void StepHead(char c)
    {
        switch (_head.Accept(c))
        {
            case LineHead.Decision.CallGoesOn: GoOnWithCall(); break;
            case LineHead.Decision.AnotherBegins: BeginAnother(); break;
        }
    }

    private void GoOnWithCall()
    {
        _head.End();
        var held = _head.Held.ToString();
        for (var i = 0; i < held.Length; i++) StepPlain(held[i], _head.Line, _head.Column + i);
    }

    private void BeginAnother()
    {
        _head.End();
        _scanner.Break();
        Log.Add(DiagnosticRules.UnclosedCall.Report(
            $"{ActionRules.Shortened(_call.Written)}( is not closed. Expected a quote or parenthesis before the next line.", _call.Place));
        EndCall(isBroken: true);
        BeginLine();
        var held = _head.Held.ToString();
        for (var i = 0; i < held.Length; i++) Step(held[i], _head.Line, _head.Column + i);
    }

    private void EndCall(bool isBroken)
    {
        _state = State.Line;
        var parser = new CallParser(_scanner.Raw, _scanner.Tokens);
        var arguments = parser.ReadArguments();
        if (!_call.IsKnown && arguments.Count > 0 && arguments.TrueForAll(a => a.Name is null))
        {
            ReportProse(_call.Written + "(…)", _call.Place);
            return;
        }
        _lastLineWasProse = false;
        var diagnostics = new List<Diagnostic>();
        if (_scanner.Slip != default) diagnostics.Add(
            DiagnosticRules.UnescapedQuote.Report("A quote inside the text has no backslash before it.", _scanner.Slip, "\\\""));
        var unbalanced = _scanner.Unbalanced != default ? _scanner.Unbalanced : parser.UnclosedList;
        if (unbalanced != default && !isBroken) diagnostics.Add(
            DiagnosticRules.UnbalancedBracket.Report("A bracket has no partner.", unbalanced));
        if (!_call.IsEdge) Log.Add(ActionReading.Read(_call, arguments, vocabulary, diagnostics));
        else if (EdgeReading.FromCall(arguments, _call.Place, diagnostics) is { } edge) Log.Add(edge, _call.Place);
        foreach (var diagnostic in diagnostics) Log.Add(diagnostic);
    }

    // ---- a tag

    private void BeginTag(int row, int column)
    {
        _tagStart = new TextSpan(row, column, 1);
        _tag[0] = '<';
        _tagLength = 1;
        _state = State.Tag;
    }

    private void StepTag(char c, int row, int column)
    {
        _tag[_tagLength] = c;
        var begun = _tag.AsSpan(0, _tagLength + 1);
        if (c != '\n' && BlockTags.MayBecome(begun))
        {
            _tagLength++;
            return;
        }
        _state = State.Line;
        if (BlockTags.Read(begun) is { } tag && TakeTag(tag.Block, tag.IsClosing, begun.Length)) return;
        for (var i = 0; i < _tagLength; i++)
        {
            if (IsProseBlock) AppendToBlock(_tag[i]);
            else AppendToLine(_tag[i], _tagStart.Line, _tagStart.Column + i);
        }
        Step(c, row, column);
    }

    // Thoughts may mention a tag: within them another block's tag counts only at the start of a line.
    private bool TakeTag(Block block, bool isClosing, int length)
    {
        if (IsProseBlock && !_lineIsBlank && !(isClosing && block == _block)) return false;
        if (!IsProseBlock) EndLine(isLast: false);
        var place = _tagStart with { Length = length };
        if (isClosing) CloseBlock(block, place);
        else OpenBlock(block, place);
        _lastLineWasProse = false;
        return true;
    }

    private void OpenBlock(Block block, TextSpan place)
    {
        var name = BlockTags.NameOf(block);
        if (_block == block) Log.Add(DiagnosticRules.RepeatedTag.Report($"<{name}> is opened twice.", place));
        else if (_block != Block.None) Log.Add(
            DiagnosticRules.UnclosedTag.Report(
            $"<{name}> begins before </{BlockTags.NameOf(_block)}>.", place, $"</{BlockTags.NameOf(_block)}>"));
        var text = block == Block.Think ? _think : _answer;
        if (block is Block.Think or Block.Answer && text.Length > 0 && _block != block) text.Append('\n');
        _block = block;
        BeginLine();
    }

    private void CloseBlock(Block block, TextSpan place)
    {
        if (_block != block) Log.Add(DiagnosticRules.StrayTag.Report($"</{BlockTags.NameOf(block)}> closes nothing that is open.", place));
        _block = Block.None;
        BeginLine();
    }

    private void ReportTruncation(string message, TextSpan place)
    {
        if (!_isTruncated) Log.Add(DiagnosticRules.Truncated.Report(message, place));
        _isTruncated = true;
    }
}
