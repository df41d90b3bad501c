using VcrPortal.Web.Live;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Features.Traces.Cite.Picture;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Compare;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

internal static class TracesSetup
{
    public static IServiceCollection AddTraces(this IServiceCollection services) => services
        .AddSingleton<ITraceSearch, SearchOfDatabase>()
        .AddSingleton<SearchNames>().AddSingleton<UnderstandSearch>().AddSingleton<SuggestSearch>()
        .AddSingleton<GraphCache>().AddSharedBell<DiscussionBell>("discussion")
        .AddSingleton<IndexTrace>().AddSingleton<SaveTrace>().AddSingleton<SearchTraces>()
        .AddSingleton<CountFacets>().AddSingleton<FindClaims>().AddSingleton<ExportClaims>().AddSingleton<CompareTraces>()
        .AddSingleton<ExportSearch>().AddSingleton<WriteData>().AddSingleton<DataDownloads>()
        .AddSingleton<ImportTraces>().AddSingleton<TraceImportRuns>()
        .AddSingleton<ReadTrace>().AddSingleton<ExportTrace>().AddSingleton<GraphPictures>()
        .AddSingleton<ListLatest>();
}
