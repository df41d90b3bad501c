using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Notifications;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>What somebody does here, and what each refusal says to them.</summary>
public sealed partial class DiscussionLive
{
    private async Task<string?> SayAsync(string text, string key, int? answerTo)
    {
        var outcome = await Add.RunAsync(new NewComment(Trace, Revision, About, text, answerTo, key), Caller, CancellationToken.None);
        if (outcome is CommentOutcome.Added) Forget(answerTo is { } first ? SaveDraft.ReplyTo(first) : About.Text);
        if (outcome is CommentOutcome.Added && answerTo is not null) EndAnswering();
        StateHasChanged(); // the event is the box's, not ours
        return Refusal(outcome);
    }

    private static string? Refusal(CommentOutcome outcome) => outcome switch
    {
        CommentOutcome.Added => null,
        CommentOutcome.Invalid(var reason) => reason,
        CommentOutcome.NotAllowed => "Sign in again to send this. What you typed is kept.",
        _ => "This trace is not there any more. Copy what you typed before you leave.",
    };

    private async Task<string?> CastAsync(Opinion opinion, Disagreement? reason, string? note)
    {
        var outcome = await Votes.RunAsync(new NewVote(Trace, Revision, About, opinion, reason, note), Caller, CancellationToken.None);
        if (outcome is VoteOutcome.Cast(var mine)) _mine = _mine.SetItem(About, mine);
        StateHasChanged(); // the event is the box's, not ours
        return outcome switch
        {
            VoteOutcome.Cast => null,
            VoteOutcome.Invalid(var why) => why,
            VoteOutcome.NotAllowed => "Sign in again to vote.",
            _ => "This trace is not there any more.",
        };
    }

    private Task<bool> KeepAsync(string slot, string text)
    {
        _drafts = text.Length == 0 ? _drafts.Remove(slot) : _drafts.SetItem(slot, text);
        return Drafts.RunAsync(Trace, slot, text, Caller, CancellationToken.None);
    }

    private void Forget(string slot) => _drafts = _drafts.Remove(slot);

    private async Task WatchAsync()
    {
        var outcome = await Watches.RunAsync(Trace, !_isWatched, Caller, CancellationToken.None);
        if (outcome == WatchOutcome.Done) _isWatched = !_isWatched;
        _problem = outcome switch
        {
            WatchOutcome.Done => null,
            WatchOutcome.TooMany => $"You watch {WatchTrace.Most} traces, which is the most. Stop watching another one first.",
            _ => "Sign in again to watch this.",
        };
    }

    private async Task DeleteAsync(CommentView comment) =>
        _problem = await Delete.RunAsync(comment.Number, Caller, CancellationToken.None) == DeleteCommentOutcome.Deleted ? null
            : "It was not deleted. Sign in again and try once more.";

    private async Task ResolveAsync(ThreadView thread) =>
        _problem = await Resolve.RunAsync(thread.First.Number, !thread.IsResolved, Caller, CancellationToken.None) switch
        {
            ResolveOutcome.Done => null,
            ResolveOutcome.TooFast => "That was often. Go on in a while.",
            _ => "Sign in again to do this.",
        };

    private void EndEditing(CommentView comment)
    {
        Opened = Open with { Editing = null };
        Forget(SaveDraft.EditOf(comment.Number));
    }

    private void Answer(ThreadView thread, CommentView? quoted = null)
    {
        var quote = quoted is null ? ""
            : string.Join('\n', quoted.Text.ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line)) + "\n\n";
        if (Open.Answering == thread.First.Number && _answerBox is not null)
        {
            if (quote.Length > 0) _answerBox.Append(quote);
            return;
        }
        var text = _drafts.GetValueOrDefault(SaveDraft.ReplyTo(thread.First.Number), "") + quote;
        Opened = Open with { Answering = thread.First.Number, Quote = text };
    }

    private void EndAnswering() => Opened = Open with { Answering = null, Quote = "" };
}
