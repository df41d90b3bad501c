using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;

namespace VcrPortal.Reasoning.Text;

/// <content>A call, from its opening parenthesis to the one that closes it.</content>
internal sealed partial class ExplanationText
{
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
}
