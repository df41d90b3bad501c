namespace VcrPortal.Web.Features.Annotations;

internal static class AnnotationsSetup
{
    public static IServiceCollection AddAnnotations(this IServiceCollection services) => services
        .AddSingleton<ReportTexts>().AddSingleton<ReadPassages>().AddSingleton<MarkPassage>();
}
