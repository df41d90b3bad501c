using VcrPortal.Web.Features.Revisions.Diff;
using VcrPortal.Web.Features.Revisions.Suggest;

namespace VcrPortal.Web.Features.Revisions;

internal static class RevisionsSetup
{
    public static IServiceCollection AddRevisions(this IServiceCollection services) =>
        services
        .AddSingleton<ReadRevisions>().AddSingleton<CompareReports>().AddSingleton<ReviseTrace>().AddSingleton<CheckRevision>()
        .AddSingleton<WriteRevision>().AddSingleton<SuggestRevision>()
        .AddSingleton<DecideSuggestion>().AddSingleton<ReadSuggestions>().AddSingleton<FindContradictions>();
}
