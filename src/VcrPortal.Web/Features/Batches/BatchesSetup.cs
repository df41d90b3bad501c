using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Web.Features.Batches;

internal static class BatchesSetup
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddSingleton(s => new KnowledgeIndex(s.GetRequiredService<InstalledKnowledge>().Base))
        .AddSingleton(s => new PairGrid(s.GetRequiredService<InstalledKnowledge>(), s.GetRequiredService<KnowledgeIndex>()))
        .AddSingleton<ExportBatch>().AddSingleton<ReadCorpus>().AddSingleton<WriteBatchData>().AddSingleton<BatchDownloads>();

    public static void MapBatches(this IEndpointRouteBuilder endpoints) => BatchDownloads.Map(endpoints);
}
