namespace VcrPortal.Web.Features.People;

internal static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services.AddScoped<DeleteAccount>().AddSingleton<ReadPerson>();
}
