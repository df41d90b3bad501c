using VcrPortal.Generation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Tables;
using VcrPortal.Generation.Verifiers.DrugTargets;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Registers the starter pack, what is installed beside it, and the pipeline over both. What needs a network is off until its
/// address is configured.</summary>
public static class KnowledgeSetup
{
    private const string Wikipedia = "Sources:Wikipedia";
    private const string Predictor = "Verifiers:AffinityPredictor";

    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => StarterPack.Load());
        services.AddImports(configuration);
        services.AddSingleton(OpenInstalled);
        services.AddSingleton(s => s.GetRequiredService<InstalledKnowledge>().Recognizer);
        services.AddSingleton<SuggestNames>();
        services.AddGeneration();
        if (AddClient(services, configuration, Wikipedia, TimeSpan.FromSeconds(10)))
            services.AddSingleton(new SourceRegistration(
                s => new WikipediaSource(Client(s, Wikipedia), s.GetRequiredService<TimeProvider>())));
        if (AddClient(services, configuration, Predictor, TimeSpan.FromSeconds(60)))
            services.AddSingleton<IAffinityPredictor>(s => new BoltzService(Client(s, Predictor)));
        return services;
    }

    /// <summary>Imports from the page, over what is installed.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(s => KnowledgeFolder.From(configuration, s.GetRequiredService<IHostEnvironment>().ContentRootPath))
        .AddSingleton<ImportWork>(
            s => (paths, progress, ct) =>
            new KnowledgeImport(s.GetRequiredService<KnowledgeFolder>().Snapshots, s.GetRequiredService<KnowledgeBase>())
                .RunAsync(paths, progress, ct))
        .AddSingleton<ImportRuns>().AddSingleton<StartImport>().AddSingleton<StopImport>().AddSingleton<ReadKnowledge>();

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

    private static HttpClient Client(IServiceProvider services, string name) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    /// <summary>True when <c>{section}:BaseAddress</c> is set; a value that is no http address stops the start, with the key
    /// named.</summary>
    private static bool AddClient(IServiceCollection services, IConfiguration configuration, string section, TimeSpan timeout)
    {
        var key = $"{section}:BaseAddress";
        if (configuration[key] is not { Length: > 0 } written) return false;
        if (!Uri.TryCreate(written.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException(
                $"{key} is \u201c{written}\u201d; write an http or https address, for example https://en.wikipedia.org.");
        services.AddHttpClient(section, client =>
        {
            client.BaseAddress = address;
            client.Timeout = configuration.GetValue<TimeSpan?>($"{section}:Timeout") ?? timeout;
            client.MaxResponseContentBufferSize = 1 << 20;
            client.DefaultRequestHeaders.UserAgent.ParseAdd(
                configuration[$"{section}:UserAgent"] ?? "VcrPortal/0.1 (research portal; contact the operator of this site)");
        });
        return true;
    }
}
