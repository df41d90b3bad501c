using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Passages of the report that somebody chooses, marks and writes about.</summary>
public sealed partial class DiscussionLive
{
    [Inject] private MarkPassage Marks { get; set; } = null!;

    /// <summary>The passage that is shown alone.</summary>
    private PassageView? Passage => Filter is Subject.Passage(var number) ? Latest?.Said.Passages.FirstOrDefault(p => p.Number == number)
        : null;

    private PassageOpinion? MineOn(PassageView passage) => passage.Marks.FirstOrDefault(m => m.AccountKey == Caller.Key)?.Opinion;

    /// <summary>Somebody chose words in the report: with an opinion they are marked at once, else a box for a comment opens.</summary>
    private async Task QuoteAsync(ChosenPassage chosen, PassageOpinion? opinion)
    {
        _problem = null;
        if (opinion is not null)
        {
            var outcome = await Marks.RunAsync(new NewMark(Trace, Revision, chosen.Span, chosen.Exact, opinion), Caller, Gone);
            if (outcome is MarkOutcome.Marked(var number)) Choose(new Subject.Passage(number).Text);
            else _problem = Refusal(outcome);
        }
        else if (Latest?.Said.Passages.FirstOrDefault(p => p.Revision == Revision && p.Span == chosen.Span) is { } known)
            Choose(known.Subject.Text);
        else Opened = Open with { About = null, Chosen = chosen };
        StateHasChanged();
    }

    private async Task SetMarkAsync(PassageView passage, PassageOpinion? opinion) =>
        _problem = Refusal(await Marks.ChangeAsync(passage.Number, opinion, Caller, Gone));

    /// <summary>Twice is once: the same place is the same passage, and the same key the same comment.</summary>
    private async Task<string?> SayOfChosenAsync(ChosenPassage chosen, string text, string key)
    {
        if (CommentRules.Check(text) is { } nothing) return nothing;
        var outcome = await Marks.RunAsync(new NewMark(Trace, Revision, chosen.Span, chosen.Exact), Caller, CancellationToken.None);
        if (outcome is not MarkOutcome.Marked(var number)) return Refusal(outcome);
        var about = new Subject.Passage(number);
        var said = Refusal(await Add.RunAsync(new NewComment(Trace, Revision, about, text, null, key), Caller, CancellationToken.None));
        if (said is not null) return said;
        await KeepAsync(chosen.Slot(Revision), "");
        Choose(about.Text);
        return null;
    }

    private void EndChoosing()
    {
        Opened = Open with { Chosen = null };
        StateHasChanged();
    }

    private static string? Refusal(MarkOutcome outcome) => outcome switch
    {
        MarkOutcome.Marked => null,
        MarkOutcome.Invalid(var reason) => reason,
        MarkOutcome.NotAllowed => "Sign in again to do this. What you typed is kept.",
        _ => "This trace is not there any more. Copy what you typed before you leave.",
    };
}
