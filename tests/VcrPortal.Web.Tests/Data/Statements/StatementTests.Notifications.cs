using VcrPortal.Web.Features.Notifications;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of notifications: watches and the inbox.
public partial class StatementTests
{
    private static Dictionary<Type, Run[]> NotificationRuns => new()
    {
        [typeof(WatchTrace)] =
        [
            new(s => s.Get<WatchTrace>().RunAsync(1, true, Ana, default), [.. RevisionValue]),
            new(s => s.Get<WatchTrace>().IsWatchedAsync(1, Ana, default), RevisionValue),
        ],
        [typeof(WatchSearch)] =
        [
            new(s => s.Get<WatchSearch>().RunAsync(new("MEK", "Binimetinib", "C32"), true, Ana, default)),
            new(s => s.Get<WatchSearch>().IsWatchedAsync(new("MEK"), Ana, default)),
        ],
        [typeof(ReadSearchWatches)] = [
            new(s => s.Get<ReadSearchWatches>().RunAsync(Ana, default), ("SeenTrace", 3)),
            new(s => s.Get<ReadSearchWatches>().OpenAsync("k", Ana, default), ("SeenTrace", 3))],
        [typeof(ReadInbox)] = [
            new(s => s.Get<ReadInbox>().RunAsync(new(true, Page: 2), Ana, default), ("Reason", "Replied"), ("Kind", "Comment")),
            new(s => s.Get<ReadInbox>().RunAsync(
                new(Kind: NotificationKind.Comment, Find: "MEK", OldestFirst: true), Ana, default), ("Reason", "Replied"),
                ("Kind", "Comment")),
            new(s => s.Get<ReadInbox>().CountUnreadAsync(Ana, default))],
        [typeof(MarkRead)] =
            [new(s => s.Get<MarkRead>().AllAsync(Past, Ana, default)), new(s => s.Get<MarkRead>().OfTraceAsync(1, Ana, default))],
    };
}
