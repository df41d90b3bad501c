using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Verifiers.Judging;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Models;

internal static class ModelsSetup
{
    /// <summary>The engines of the configured models, after those that need none. A model that lacks its key is shown to administrators
    /// and to nobody else.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        var models = new ModelSettings(configuration).Read();
        foreach (var model in models.All.Where(m => m.Missing is null)) services.AddChatModel(model.Model, model.Key);
        if (JudgeOf(configuration, models) is { Missing: null } judge) services.AddModelJudge(judge.Model, judge.Key);
        return services.AddSingleton(models).AddSingleton<ReadModels>().AddSingleton<TestModel>();
    }

    /// <exception cref="PortalStartException">No model has that name.</exception>
    private static ConfiguredModel? JudgeOf(IConfiguration configuration, ConfiguredModels models)
    {
        const string key = "Verifiers:Judge:Model";
        if (configuration[key] is not { Length: > 0 } name) return null;
        return models.All.FirstOrDefault(m => m.Model.Name == name) ?? throw new PortalStartException(
            $"{key} is \u201c{name}\u201d, which is the Name of no configured model. Write one of Models, or leave it out for no judge.");
    }
}
