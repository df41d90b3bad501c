using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Suggestions for the search box, which works without them.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/search", Suggest)
        .WithMetadata(new RequiresAttribute(Operation.SearchNames));

    private static Ok<ImmutableArray<SearchSuggestion>> Suggest(string? q, SuggestSearch search, HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=300"; // names change with new knowledge only
        return TypedResults.Ok(search.Run(q));
    }
}
