using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Revisions.Effects;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Ui.GraphBoard;

namespace VcrPortal.Web.Features.Revisions.Edit;

/// <summary>A revision in the making: its history of drafts, the text that is posted, and what is wrong with it.</summary>
public sealed partial class ReviseEditor : IAsyncDisposable
{
    private DraftHistory _history = null!;
    private ActionGraph _before = null!;
    private DraftAnswer _answer = null!;
    private string _said = "", _report = "";
    private bool _isRefused;
    private GraphEditor? _board;
    private TabMemory? _memory;

    [Inject] private IJSRuntime Script { get; set; } = null!;
    [Inject] private VocabularyInUse Vocabulary { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The text of the revision that this one follows.</summary>
    [Parameter, EditorRequired] public string Base { get; set; } = "";
    /// <summary>What was typed before and refused; null at first.</summary>
    [Parameter] public string? Posted { get; set; }
    /// <summary>The report of the revision that this one follows.</summary>
    [Parameter, EditorRequired] public string BaseReport { get; set; } = "";
    /// <inheritdoc cref="Posted"/>
    [Parameter] public string? PostedReport { get; set; }
    /// <summary>Names this work in the browser's own memory of the page.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter] public string Page { get; set; } = "";
    /// <summary>Digests of what was sent from here already.</summary>
    [Parameter] public ImmutableArray<string> Sent { get; set; } = [];

    /// <summary>The text while the page is paused, or its circuit was lost.</summary>
    [PersistentState] public string? Kept { get; set; }
    /// <inheritdoc cref="Kept"/>
    [PersistentState] public string? KeptReport { get; set; }

    private bool IsLive => RendererInfo.IsInteractive;
    private ImmutableHashSet<NodeId> Unfounded => [.. _answer.Effects.OfType<SideEffect.SignLost>().Select(lost => lost.Claim)];

    protected override void OnInitialized()
    {
        _report = (KeptReport ?? PostedReport ?? BaseReport).ReplaceLineEndings("\n");
        _before = ExplanationReader.Read(Base, Vocabulary.Now).Graph;
        Begin(Kept ?? Posted ?? Base);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !IsLive) return;
        _memory = await TabMemory.OpenAsync(Script, Navigation.ToAbsoluteUri(Assets["js/editor.js"]), Key);
        await _memory.WatchTypingAsync(TextId);
        await _memory.WatchTypingAsync(ReportField.FieldId);
        if (await _memory.ReadAsync() is not { } work || Posted is not null || Kept is not null) return;
        if (Sent.Contains(WorkDigest.For(work.Text, work.Report ?? BaseReport)))
        {
            await _memory.ForgetAsync();
            return;
        }
        _report = work.Report ?? BaseReport;
        Type(work.Text);
        _said = "Your work on this revision was kept; here it is.";
        StateHasChanged();
    }

    private void Begin(string text)
    {
        var read = ExplanationReader.Read(text, Vocabulary.Now);
        _history = DraftHistory.From(GraphDraft.From(WholeText.Is(read) ? read.Graph : _before));
        (_broken, _ofText) = WholeText.Is(read) ? (null, []) : (text, read.Diagnostics);
        _isText = _broken is not null;
        Answer();
    }

    private void Answer() => _answer = DraftAnswer.To(_before, _history.Draft.Graph, _report);

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
        _isRefused = true;
        StateHasChanged();
        return _said = reason;
    }

    private void Become(DraftHistory history, string said)
    {
        var isSame = ReferenceEquals(history.Draft.Graph, _history.Draft.Graph);
        (_history, _said, _isRefused, _typed) = (history, said, false, null);
        if (!isSame) Answer();
        Keep();
        StateHasChanged();
    }

    private bool IsReportChanged => _report != BaseReport.ReplaceLineEndings("\n");

    private void Write(string report)
    {
        _report = report.ReplaceLineEndings("\n");
        Answer();
        Keep();
    }

    private void Rewrite(string sentence, string anew)
    {
        var at = _report.IndexOf(sentence, StringComparison.Ordinal);
        if (at >= 0) Write(_report[..at] + anew.Trim() + _report[(at + sentence.Length)..]);
        _said = at >= 0 ? "The report says it anew." : "The report has no such sentence any more.";
        StateHasChanged();
    }

    private void Look(NodeId claim) => _board?.Choose(claim);

    private void Keep()
    {
        (Kept, KeptReport) = (_broken ?? Written, _report);
        _memory?.Keep(new(Kept, KeptReport));
    }

    private static string Said(bool isSo) => isSo ? "true" : "false";

    public ValueTask DisposeAsync() => _memory?.DisposeAsync() ?? ValueTask.CompletedTask;
}
