using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>A revision in the making: its history of drafts, the text that is posted, and what is wrong with it.</summary>
public sealed partial class ReviseEditor : IAsyncDisposable
{
    private DraftHistory _history = null!;
    private ActionGraph _before = null!;
    private GraphDiff _diff = null!;
    private ImmutableArray<Diagnostic> _ofText = [];
    private string _said = "";
    private string? _broken;
    private bool _isText;
    private IJSObjectReference? _module;

    [Inject] private IJSRuntime Script { get; set; } = null!;
    [Inject] private VocabularyInUse Vocabulary { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The text of the revision that this one follows.</summary>
    [Parameter, EditorRequired] public string Base { get; set; } = "";
    /// <summary>What was typed before and refused; null at first.</summary>
    [Parameter] public string? Posted { get; set; }
    /// <summary>Names this work in the browser's own memory of the page.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter] public string Page { get; set; } = "";

    /// <summary>The text while the page is paused, or its circuit was lost.</summary>
    [PersistentState] public string? Kept { get; set; }

    private bool IsLive => RendererInfo.IsInteractive;
    private string Shown => _broken ?? ExplanationWriter.Write(_history.Draft.Graph);
    private ImmutableArray<Diagnostic> Problems =>
        [.. (_broken is null ? _history.Draft.Graph.Problems() : _ofText).Where(problem => problem.Severity != Severity.Note)];

    protected override void OnInitialized()
    {
        _before = ExplanationReader.Read(Base, Vocabulary.Now).Graph;
        Begin(Kept ?? Posted ?? Base);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !IsLive) return;
        _module = await Script.InvokeAsync<IJSObjectReference>("import", Navigation.ToAbsoluteUri(Assets["js/editor.js"]).ToString());
        if (await _module.InvokeAsync<string?>("kept", Key) is not { } text || Posted is not null || Kept is not null) return;
        Type(text);
        _said = "Your work on this revision was kept; here it is.";
        StateHasChanged();
    }

    private void Begin(string text)
    {
        var read = ExplanationReader.Read(text, Vocabulary.Now);
        _history = DraftHistory.From(GraphDraft.From(IsWhole(read) ? read.Graph : _before));
        (_broken, _ofText) = IsWhole(read) ? (null, []) : (text, read.Diagnostics);
        _isText = _broken is not null;
        _diff = GraphDiff.Between(_before, _history.Draft.Graph);
    }

    private string? Edit(DraftEdit edit)
    {
        if (_broken is not null) return Refuse("Mend the text first, or take it back.");
        switch (_history.Draft.Apply(edit))
        {
            case EditOutcome.Refused(var reason): return Refuse(reason);
            case EditOutcome.Applied(var draft): Become(_history.Become(draft), EditWords.For(edit, draft)); break;
        }
        return null;
    }

    private string Refuse(string reason)
    {
        _said = reason;
        StateHasChanged();
        return reason;
    }

    private void Undo() => Become(_history.Undo(), "Undone.");
    private void Redo() => Become(_history.Redo(), "Done again.");

    private void Become(DraftHistory history, string said)
    {
        var isSame = ReferenceEquals(history.Draft.Graph, _history.Draft.Graph);
        (_history, _said) = (history, said);
        if (!isSame) _diff = GraphDiff.Between(_before, history.Draft.Graph);
        Keep();
        StateHasChanged();
    }

    /// <summary>A text that can not be read whole stays in its box as it is, and the board waits.</summary>
    private void Type(string? written)
    {
        var (text, read) = (written ?? "", ExplanationReader.Read(written ?? "", Vocabulary.Now));
        (_broken, _ofText) = IsWhole(read) ? (null, []) : (text, read.Diagnostics);
        if (_broken is null) Edit(new DraftEdit.Replace(read.Graph));
        else Keep();
    }

    private void TakeBack() => (_broken, _said) = (null, "The board's graph is the text again.");

    private void Keep()
    {
        Kept = Shown;
        _ = _module?.InvokeVoidAsync("keep", Key, Kept).AsTask();
    }

    // A claim that can not be read, or an id that stands twice, would be lost on the board.
    private static bool IsWhole(ReadResult read) => !read.Diagnostics.Any(problem => problem.Severity == Severity.Error
        && (problem.Code.StartsWith("VCR1", StringComparison.Ordinal) || problem.Code == DiagnosticRules.DuplicateId.Code));

    private static string Said(bool isSo) => isSo ? "true" : "false";

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException) { } // the page went first
    }
}

/// <summary>An edit in a sentence, for whoever does not see the board.</summary>
internal static class EditWords
{
    public static string For(DraftEdit edit, GraphDraft draft) => edit switch
    {
        DraftEdit.AddClaim => $"{draft.Graph.Actions[^1].Id!.Value.Value} is added: {draft.Graph.Actions[^1].Name.Replace('_', ' ')}.",
        DraftEdit.Remove remove => remove.Claims.Count > 0
            ? $"{string.Join(", ", remove.Claims.Select(id => id.Value).Order(StringComparer.Ordinal))} deleted." : "The link is cut.",
        DraftEdit.Connect(var link) => $"{link.Source} leads to {link.Target} now.",
        DraftEdit.ChangeArgument { Claim: { } id } change => $"{id}: {change.Argument.Replace('_', ' ')} changed.",
        DraftEdit.ChangeArgument change => $"The cell: {change.Argument.Replace('_', ' ')} changed.",
        DraftEdit.ChangeKind change => $"{change.Claim} is another kind of claim now.",
        DraftEdit.ChangeRelation => "The link says something else now.",
        DraftEdit.Tidy => "Placed in layers.",
        DraftEdit.Replace => $"Read from the text: {draft.Graph.Actions.Length} claims.",
        _ => "",
    };
}
