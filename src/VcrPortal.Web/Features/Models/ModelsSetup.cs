using VcrPortal.Generation.Agents.LanguageModels;

namespace VcrPortal.Web.Features.Models;

internal static class ModelsSetup
{
    /// <summary>The engines of the configured models, after those that need none. A model that lacks its key is shown to administrators
    /// and to nobody else.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        var models = new ModelSettings(configuration).Read();
        foreach (var model in models.All.Where(m => m.Missing is null)) services.AddChatModel(model.Model, model.Key);
        return services.AddSingleton(models).AddSingleton<ReadModels>().AddSingleton<TestModel>();
    }
}
