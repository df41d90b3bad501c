using System.Globalization;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>Events in the words of the log pane.</summary>
internal static class JobLogText
{
    /// <summary>Null for events that are shown elsewhere piece by piece (text, evidence, actions).</summary>
    public static (string Text, bool IsWarning)? Describe(JobEventBody body) => body switch
    {
        JobEventBody.Queued => ("Queued", false),
        JobEventBody.Started { Attempt: 1 } => ("Started", false),
        JobEventBody.Started s => ($"Goes on (attempt {s.Attempt})", true),
        JobEventBody.Requeued r => ($"Waits again: {r.Reason}", true),
        JobEventBody.CancelRequested => ("Stop requested", true),
        JobEventBody.AudienceChanged => ("Its owner changed who may see it", false),
        JobEventBody.Completed c => ($"Completed as {PortalUrls.Accession(c.TraceNumber)}", false),
        JobEventBody.Failed f => ($"Failed: {f.Reason}", true),
        JobEventBody.Cancelled c => ($"Stopped: {c.Reason}", true),
        JobEventBody.Interrupted i => ($"Interrupted: {i.Reason}", true),
        JobEventBody.Generated g => Describe(g.Event),
        JobEventBody.Unknown u => ($"Event of a later version: {u.Kind}", false),
        _ => null,
    };

    private static (string, bool)? Describe(GenerationEvent e) => e switch
    {
        GenerationEvent.StageStarted s => ($"{JobText.Name(s.Stage)}: started", false),
        GenerationEvent.StageProgressed s => ($"{JobText.Name(s.Stage)}: {s.Message}", false),
        GenerationEvent.StageFinished s => ($"{JobText.Name(s.Stage)}: finished: {s.Summary}", false),
        GenerationEvent.StageFailed s => ($"{JobText.Name(s.Stage)}: failed: {s.Reason}", true),
        GenerationEvent.StageSkipped s => ($"{JobText.Name(s.Stage)}: skipped: {s.Reason}", false),
        GenerationEvent.SourceQueried s => ($"{s.Source} asked", false),
        GenerationEvent.SourceAnswered s => ($"{s.Source} answered with {s.Items} item{(s.Items == 1 ? "" : "s")}", false),
        GenerationEvent.SourceFailed s => ($"{s.Source} failed: {s.Reason}", true),
        GenerationEvent.EntityFound f => ($"Found {f.Entity.Text} as {f.Entity.Name}", false),
        GenerationEvent.ActionAdded a => (a.Line, false),
        GenerationEvent.DiagnosticRaised d => ($"{d.Diagnostic.Code}: {d.Diagnostic.Message}", d.Diagnostic.Severity != Severity.Note),
        GenerationEvent.VerdictReached v =>
            ($"{v.Verdict.Verifier} on {v.Verdict.Claim.Action}{(v.Verdict.Claim.Member is { } m ? $" {m}" : "")}: {v.Verdict.Kind}",
                false),
        GenerationEvent.DiscrepancyFound d => ($"Step {d.Step}: {d.Discrepancy.Reason}", true),
        GenerationEvent.EditTried { Result: var t } => ($"Step {t.Step}: {t.Edit}: {(t.IsKept ? "kept" : "reverted")}. {t.Reason}", false),
        GenerationEvent.RevisionWritten r => ($"Revision {r.Revision}: {r.Reason}", r.Discarded),
        GenerationEvent.UsageMeasured u =>
            (string.Create(CultureInfo.InvariantCulture, $"{JobText.Name(u.Stage)}: took {u.CpuMilliseconds:0.0} ms of CPU"), false),
        GenerationEvent.ExplanationRestarted r => ($"The explanation is written again ({r.Repair}): {r.Reason}", true),
        GenerationEvent.AgentTold { News: var news } => Describe(news),
        _ => null,
    };

    private static (string, bool)? Describe(AgentNews news) => news switch
    {
        AgentNews.PromptUsed p => ($"Prompt {p.Prompt}, version {p.Version} ({p.Hash})", false),
        AgentNews.ModelAsked m => ($"{m.Model} asked, turn {m.Turn}", false),
        AgentNews.AskedAgain a => (a.Reason, true),
        AgentNews.ToolCalled c => ($"{c.Title ?? c.Tool} asked about {c.Question}", false),
        AgentNews.ToolAnswered a => (string.Create(CultureInfo.InvariantCulture,
            $"Call {a.Call} answered with {a.Items} item{(a.Items == 1 ? "" : "s")} in {a.Milliseconds:0} ms"), false),
        AgentNews.ToolFailed f => ($"Call {f.Call} failed: {f.Reason}", true),
        AgentNews.TokensUsed t => (string.Create(CultureInfo.InvariantCulture, $"{t.Input:N0} tokens in, {t.Output:N0} out"), false),
        AgentNews.Suggested s => ($"Suggestion: {s.Verb} {s.Claim} {s.Line}: {s.Reason}", false),
        AgentNews.CritiqueRead { Unread.IsEmpty: true } c =>
            (c.Suggestions == 0 ? "The critic would change nothing" : $"{c.Suggestions} suggestions read from the criticism", false),
        AgentNews.CritiqueRead c => ($"Not all of the criticism could be used: {string.Join(' ', c.Unread)}", true),
        AgentNews.Warned w => (w.Text, true),
        AgentNews.CitationDoubted d => ($"Citation not confirmed: {d.Why}", true),
        _ => null,
    };
}
