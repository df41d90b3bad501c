using VcrPortal.Web.Features.Traces.Revisions;

namespace VcrPortal.Web.Features.Traces;

internal static class TracesSetup
{
    public static IServiceCollection AddTraces(this IServiceCollection services) => services
        .AddSingleton<ITraceSearch, LikeTraceSearch>().AddSingleton<GraphCache>().AddSingleton<DiscussionBell>()
        .AddSingleton<SaveTrace>().AddSingleton<SearchTraces>().AddSingleton<ReadTrace>().AddSingleton<ExportTrace>().AddSingleton<ReadRevisions>().AddSingleton<ListLatest>();
}
