using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Features.Revisions.Edit;

// The graph as text: checked while it is typed, and never written anew under the cursor.
public sealed partial class ReviseEditor
{
    private const string TextId = "text";

    private ImmutableArray<Diagnostic> _ofText = [];
    private bool _isText;
    private string? _broken;
    /// <summary>The text as it was typed last, which may be laid out otherwise than we write it.</summary>
    private string? _typed;

    private string Written => ExplanationWriter.Write(_history.Draft.Graph);

    private string Shown
    {
        get => _broken ?? _typed ?? Written;
        set => Type(value);
    }

    private ImmutableArray<Diagnostic> Problems =>
        _broken is null ? _answer.Problems : [.. _ofText.Where(problem => problem.Severity != Severity.Note)];

    /// <summary>A text that can not be read whole stays in its box as it is, and the board waits.</summary>
    private void Type(string? written)
    {
        var (text, read) = (written ?? "", ExplanationReader.Read(written ?? "", Vocabulary.Now));
        (_broken, _ofText) = WholeText.Is(read) ? (null, []) : (text, read.Diagnostics);
        if (_broken is not null)
        {
            Keep();
            return;
        }
        Edit(new DraftEdit.Replace(read.Graph));
        _typed = text;
    }

    private void TakeBack() => (_broken, _typed, _said) = (null, null, "The board's graph is the text again.");

    private void ShowText(bool isText) => (_isText, _typed) = (isText, null);
}
