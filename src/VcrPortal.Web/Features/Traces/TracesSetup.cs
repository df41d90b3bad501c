using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

internal static class TracesSetup
{
    public static IServiceCollection AddTraces(this IServiceCollection services) => services
        .AddSingleton<ITraceSearch, LikeTraceSearch>().AddSingleton<GraphCache>().AddSingleton<DiscussionBell>()
        .AddSingleton<SaveTrace>().AddSingleton<SearchTraces>().AddSingleton<ReadTrace>().AddSingleton<ExportTrace>()
            .AddSingleton<ListLatest>();
}
