namespace VcrPortal.Web.Features.Collections;

internal static class CollectionsSetup
{
    public static IServiceCollection AddCollections(this IServiceCollection services) => services
        .AddSingleton<MakeCollection>().AddSingleton<ChangeCollection>().AddSingleton<FillCollection>()
        .AddSingleton<ArrangeCollection>().AddSingleton<ReadCollection>().AddSingleton<ListCollections>();
}
