using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Annotations;

/// <param name="Name">Null once the account is gone.</param>
public sealed record PassageMark(string AccountKey, string? Name, PassageOpinion Opinion, DateTime At);

/// <summary>A passage with what people think of it, as one revision shows it.</summary>
/// <param name="Revision">The one in which it was chosen; <paramref name="Quote"/> and <paramref name="Span"/> are of that one.</param>
/// <param name="Here">Where it is in the revision that is shown.</param>
public sealed record PassageView(
    int Number, int Revision, TextQuote Quote, TextSpan Span, PassagePlace Here, ImmutableArray<PassageMark> Marks, DateTime At)
{
    public Subject.Passage Subject => new(Number);

    /// <summary>Its place in the report that is shown; null when it is gone.</summary>
    public TextSpan? Shown => Here switch
    {
        PassagePlace.Found found => found.Span,
        PassagePlace.Changed changed => changed.Span,
        _ => null,
    };

    /// <summary>The anchor as comments on claims say it.</summary>
    public Anchor Anchor => Here switch
    {
        PassagePlace.Found => new(AnchorState.Exact, Subject),
        PassagePlace.Changed => new(AnchorState.Edited, Subject),
        // It can still be answered: what it was about stands in its quotation.
        _ => new(AnchorState.Orphaned, Subject),
    };
}
