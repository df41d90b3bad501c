using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;

namespace VcrPortal.Web.Features.Batches;

/// <summary>Who may see a batch.</summary>
internal static class BatchAudience
{
    /// <summary>A private batch is for whoever launched it; those who were invited to one of its jobs see that job.</summary>
    public static IQueryable<BatchRow> VisibleTo(this IQueryable<BatchRow> batches, Caller caller) =>
        batches.Where(b => !b.IsPrivate || (caller.IsSignedIn && b.VisitorKey == caller.Key));
}
