using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Verifiers.Localisation;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>What reads and checks with the help of a service, or of another program's files: each is off until it is configured.</summary>
internal static class VerifyingServices
{
    private const string Entities = "Sources:HunFlair", Predictor = "Verifiers:AffinityPredictor", Places = "Verifiers:Localisation";

    /// <exception cref="PortalStartException">A setting will not do.</exception>
    public static IServiceCollection AddVerifyingServices(this IServiceCollection services, IConfiguration configuration)
    {
        if (HttpSource.Add(services, configuration, Entities, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20)))
            services.AddSingleton(s => new HunFlairService(s.SourceClientOf(Entities, HunFlairService.ServiceName, TimeSpan.Zero)));
        if (HttpSource.Add(services, configuration, Places, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)))
            services.AddSingleton(s => new LocalisationService(
                s.SourceClientOf(Places, LocalisationService.ServiceName, TimeSpan.FromMilliseconds(200))));
        // A slow prediction is not asked for twice: it would only wait behind itself.
        if (HttpSource.Add(services, configuration, Predictor, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)))
            services.AddSingleton<IAffinityPredictor>(
                s => new BoltzService(s.SourceClientOf(Predictor, BoltzService.ServiceName, TimeSpan.Zero)));
        else if (configuration[$"{Predictor}:Folder"] is { Length: > 0 } folder)
            services.AddSingleton<IAffinityPredictor>(new BoltzFiles(folder, Sequences(configuration)));
        return services;
    }

    private static ProteinSequences Sequences(IConfiguration configuration)
    {
        const string key = $"{Predictor}:Sequences";
        if (configuration[key] is not { Length: > 0 } path) return ProteinSequences.None;
        try { return ProteinSequences.Read(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"{key} names {path}, which cannot be read: {e.Message} Write the path of a FASTA file.");
        }
    }
}
