using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Text;

/// <content>A tag, and the block that it opens or closes.</content>
internal sealed partial class ExplanationText
{
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
}
