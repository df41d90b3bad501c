namespace VcrPortal.Web.Features.Notifications;

internal static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<WatchTrace>().AddSingleton<WatchSearch>().AddSingleton<ReadSearchWatches>().AddSingleton<ReadInbox>()
            .AddSingleton<MarkRead>();
}
