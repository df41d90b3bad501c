using System.Text;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;

namespace VcrPortal.Reasoning.Text;

/// <content>A line outside calls: prose, an arrow, a comment, or the beginning of a call.</content>
internal sealed partial class ExplanationText
{
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
}
