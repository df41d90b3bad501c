using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Sources.Http.Asking;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Web.Features.Knowledge.Answers;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>The sources that are asked over a network, each off until its address is configured, and imported PrimeKG, which is on until
/// it is switched off. All jobs share one of each, and its pace.</summary>
internal static class NetworkSources
{
    private const string PubMed = "Sources:PubMed", RelatedEnabled = "Sources:PrimeKG:Enabled";

    public static IServiceCollection AddNetworkSources(this IServiceCollection services, IConfiguration configuration)
    {
        var keep = SourceCache.KeepFrom(configuration);
        services.AddSingleton<ISourceCache>(s => ActivatorUtilities.CreateInstance<SourceCache>(s, keep));
        Usual("Sources:PubChem", PubChemSource.SourceName, PubChemSource.BetweenRequests, client => new PubChemSource(client));
        Usual("Sources:Harmonizome", HarmonizomeSource.SourceName, HarmonizomeSource.BetweenRequests,
            client => new HarmonizomeSource(client));
        // It takes three questions at once from one asker; one after the other is fewer.
        Add("Sources:Wikipedia", WikipediaSource.SourceName, new(10, 4, TimeSpan.FromMilliseconds(100)),
            client => new WikipediaSource(client));
        Usual(PubMed, PubMedSource.SourceName, PubMedSource.BetweenRequests,
            client => new PubMedSource(client, configuration[$"{PubMed}:Email"]));
        Usual("Sources:PubMedSearch", PubMedSearchSource.SourceName, TimeSpan.Zero, client => new PubMedSearchSource(client));
        if (configuration.GetValue(RelatedEnabled, defaultValue: true)) services.AddSingleton(new SourceRegistration(
            s => RelatedKnowledgeSource.Over(s.GetRequiredService<InstalledKnowledge>().Snapshot)));
        return services;

        void Usual<T>(string section, string name, TimeSpan between, Func<SourceClient, T> make) where T : class, IKnowledgeSource =>
            Add(section, name, new(20, 10, between), make);

        void Add<T>(string section, string name, Pacing pacing, Func<SourceClient, T> make) where T : class, IKnowledgeSource
        {
            if (!HttpSource.Add(services, configuration, section, pacing.Whole, pacing.Once)) return;
            services.AddSingleton(s => make(s.SourceClientOf(section, name, pacing.Between)));
            services.AddSingleton(new SourceRegistration(s => s.GetRequiredService<T>()));
        }
    }

    /// <summary>The client of one configured service, with its pace and the cache of answers.</summary>
    public static SourceClient SourceClientOf(this IServiceProvider services, string section, string name, TimeSpan between)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        return new(services.ClientOf(section), name, clock, new HostRateLimit(between, clock), services.GetRequiredService<ISourceCache>());
    }

    public static HttpClient ClientOf(this IServiceProvider services, string section) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(section);

    private readonly record struct Pacing(int WholeSeconds, int OnceSeconds, TimeSpan Between)
    {
        public TimeSpan Whole => TimeSpan.FromSeconds(WholeSeconds);
        public TimeSpan Once => TimeSpan.FromSeconds(OnceSeconds);
    }
}
