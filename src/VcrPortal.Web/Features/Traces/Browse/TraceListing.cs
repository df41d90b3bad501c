using System.Linq.Expressions;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>How a row becomes a line of a list.</summary>
internal static class TraceListing
{
    public static readonly Expression<Func<TraceRow, TraceListItem>> Item = t => new TraceListItem(
        t.Number, t.Title, t.Compound, t.CellLine, t.Organ, t.State, t.Revision,
        new VerdictCounts(t.Supported, t.Refuted, t.Undetermined, t.NotTestable, t.SameSource, t.Disputed, t.Dependent, t.Direct), t.Path,
        t.Engine, t.ChangedAt, t.IsPrivate, t.KnowsTooLittle, t.Finding, t.Review, t.Comments,
        t.Votes);
}
