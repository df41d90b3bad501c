using System.Collections.Immutable;
using System.Linq.Expressions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>One value of a facet.</summary>
/// <param name="Word">The word as it is typed after the field.</param>
/// <param name="Has">Which traces have it: what its link finds, and what its number counts.</param>
internal sealed record ClosedValue(string Word, string Label, Expression<Func<TraceRow, bool>> Has);

/// <summary>A facet whose few values are known beforehand. A trace may have several of them.</summary>
internal sealed record ClosedFacet(SearchField Field, string Title, ImmutableArray<ClosedValue> Values)
{
    public static readonly ClosedFacet Verdict = new(SearchField.Verdict, "Verdict on any claim",
    [
        new("supported", "Supported directly", t => t.Direct != 0), new("elsewhere", "Supported elsewhere", t => t.Elsewhere != 0),
        new("contradicted", "Contradicted", t => t.Refuted != 0), new("disputed", "Disputed", t => t.Disputed != 0),
        new("undecided", "Not decided", t => t.Undetermined != 0), new("untested", "No test available", t => t.NotTestable != 0),
    ]);

    public static readonly ClosedFacet Judged = new(SearchField.Judged, "Claims judged independently",
    [
        new("most", "Three quarters or more", t => t.Judged == JudgedShare.Most),
        new("half", "A half to three quarters", t => t.Judged == JudgedShare.Half),
        new("some", "A quarter to a half", t => t.Judged == JudgedShare.Some),
        new("little", "Less than a quarter", t => t.Judged == JudgedShare.Little),
        new("none", "None", t => t.Judged == JudgedShare.None),
    ]);

    public static readonly ClosedFacet Review = new(SearchField.Review, "Review",
    [
        new("accepted", "Accepted", t => t.Review == ReviewState.Accepted),
        new("rejected", "Rejected", t => t.Review == ReviewState.Rejected),
        new("disputed", "Reviewers differ", t => t.Review == ReviewState.Disputed),
        new("in-review", "In review", t => t.Review == ReviewState.InReview),
        new("retracted", "Retracted", t => t.Review == ReviewState.Retracted),
        new("unreviewed", "Unreviewed", t => t.Review == ReviewState.Unreviewed),
    ]);

    public static readonly ClosedFacet Votes = new(SearchField.Votes, "Votes of readers",
    [
        new("many", "5 or more", t => t.Voted == VoteBand.Many), new("few", "1 to 4", t => t.Voted == VoteBand.Few),
        new("none", "None", t => t.Voted == VoteBand.None), new("disagree", "More disagree than agree", t => t.Opposed != 0),
    ]);

    public static readonly ClosedFacet Comments = new(SearchField.Comments, "Comments",
        [new("some", "Some", t => t.Comments != 0), new("none", "None", t => t.Commented == CommentBand.None)]);

    public static ImmutableArray<ClosedFacet> All { get; } = [Verdict, Judged, Review, Votes, Comments];

    /// <returns>Null for a field of another kind.</returns>
    public static ClosedFacet? For(SearchField field) => All.FirstOrDefault(f => f.Field == field);

    /// <summary>The field of a word that is a verdict or a state of a review, typed without its field.</summary>
    public static SearchField? FieldOf(string word) =>
        ((ClosedFacet[])[Verdict, Review]).FirstOrDefault(f => f.Values.Any(v => v.Word.Equals(word, StringComparison.OrdinalIgnoreCase)))
            ?.Field;

    /// <summary>Finds a value by its word, or as a page says it.</summary>
    public ClosedValue? Find(string typed)
    {
        var wanted = Bare(typed);
        return Values.FirstOrDefault(v => Bare(v.Word) == wanted || Bare(v.Label) == wanted);
    }

    /// <summary>A word that is none of its values finds nothing.</summary>
    public IQueryable<TraceRow> Narrow(IQueryable<TraceRow> traces, string typed, bool not) =>
        Find(typed) is not { Has: { } has } ? traces.Where(_ => false)
            : traces.Where(not ? Expression.Lambda<Func<TraceRow, bool>>(Expression.Not(has.Body), has.Parameters) : has);

    private static string Bare(string text) => text.Replace('-', ' ').ToSearchForm();
}
