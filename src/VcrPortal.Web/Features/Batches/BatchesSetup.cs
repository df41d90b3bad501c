using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Corpus;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Batches.Listing;
using VcrPortal.Web.Features.Jobs.Cluster;

namespace VcrPortal.Web.Features.Batches;

internal static class BatchesSetup
{
    public static IServiceCollection AddBatches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SampleOptions>().BindAll(configuration.GetSection(SampleOptions.Section)).ValidateOnStart();
        return services
        .AddSingleton(s => new PairGrid(s.GetRequiredService<InstalledKnowledge>(), s.GetRequiredService<KnowledgeIndex>()))
        .AddSingleton<ExportBatch>().AddSingleton<ReadCorpus>()
        .AddSingleton<StopBatch>()
        .AddSingleton<LaunchBatch>().AddSingleton<LaunchSamples>().AddSingleton<ReadBatch>().AddSingleton<ListBatches>()
        .AddSingleton<EnqueueBatchPiece>()
        .AddSingleton<RefillQueue>(s => s.GetRequiredService<EnqueueBatchPiece>().RunAsync);
    }

    public static void MapBatches(this IEndpointRouteBuilder endpoints) => BatchDownloads.Map(endpoints);
}
