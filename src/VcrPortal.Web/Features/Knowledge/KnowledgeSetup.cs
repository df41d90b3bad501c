using Microsoft.Extensions.Options;
using VcrPortal.Generation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Knowledge.Upload;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Registers the starter pack, what is installed beside it, and the pipeline over both. What needs a network is off until its
/// address is configured.</summary>
public static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => StarterPack.Load());
        services.AddImports(configuration);
        services.AddSingleton(OpenInstalled);
        services.AddSingleton(s => s.GetRequiredService<InstalledKnowledge>().Recognizer);
        services.AddSingleton<SuggestNames>().AddSingleton<ReadName>();
        services.AddGeneration();
        services.AddNetworkSources(configuration);
        services.AddVerifyingServices(configuration);
        return services;
    }

    /// <summary>Imports from the page, over what is installed.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptions<KnowledgeOptions>().BindAll(configuration.GetSection(KnowledgeOptions.Section)).ValidateOnStart().Services
        .AddSingleton(s => KnowledgeFolder.From(configuration, s.GetRequiredService<IHostEnvironment>().ContentRootPath))
        .AddSingleton<ImportWork>(
            s => (paths, progress, ct) =>
            new KnowledgeImport(s.GetRequiredService<KnowledgeFolder>().Snapshots, s.GetRequiredService<KnowledgeBase>())
                .RunAsync(paths, progress, ct))
        .AddUploads(configuration)
        .AddSingleton<ImportRuns>().AddSingleton<StartImport>().AddSingleton<StopImport>().AddSingleton<ReadKnowledge>();

    private static IServiceCollection AddUploads(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UploadOptions>().BindAll(configuration.GetSection(UploadOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<UploadOptions>, ValidateUploadOptions>().AddSingleton<ReceiveFile>();
    }

    /// <summary>The newest sound snapshot; where there is none the starter pack alone. What is wrong with a newer one is in the
    /// log.</summary>
    private static InstalledKnowledge OpenInstalled(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(KnowledgeSetup));
        var folder = services.GetRequiredService<KnowledgeFolder>().Snapshots;
        var opened = new SnapshotFolder(folder).OpenNewest();
        foreach (var problem in opened.Problems) log.LogWarning("{Problem}", problem);
        if (opened.Snapshot is { } snapshot) log.LogInformation(
            "Knowledge: {Version}, {Entities} entities, {Edges} edges", snapshot.Version, snapshot.EntityCount, snapshot.EdgeCount);
        var expression = ExpressionTables.Open(Path.Combine(folder, KnowledgeImport.TablesFolder));
        return InstalledKnowledge.From(services.GetRequiredService<KnowledgeBase>(), opened.Snapshot, expression);
    }
}
