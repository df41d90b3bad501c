using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Knowledge.Upload;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Autocomplete for pages without a circuit.</summary>
internal static class KnowledgeEndpoints
{
    public static void MapKnowledge(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUploads();
        endpoints.MapGet("/api/compounds", (string? q, SuggestNames names, HttpResponse response) => Answer(response, names.Compounds(q)))
            .WithMetadata(new RequiresAttribute(Operation.SearchNames));
        endpoints.MapGet("/api/cell-lines", (string? q, SuggestNames names, HttpResponse response) => Answer(response, names.CellLines(q)))
            .WithMetadata(new RequiresAttribute(Operation.SearchNames));
        endpoints.MapGet("/api/genes", (string? q, SuggestNames names, HttpResponse response) => Answer(response, names.Genes(q)))
            .WithMetadata(new RequiresAttribute(Operation.SearchNames));
        endpoints.MapGet(
            "/api/names", Results<Ok<NameMeaning>, NoContent> (NameKind? kind, string? q, ReadName names) =>
                names.Run(kind ?? NameKind.Compound, q) is { } meaning ? TypedResults.Ok(meaning) : TypedResults.NoContent())
            .WithMetadata(new RequiresAttribute(Operation.SearchNames));
    }

    private static Ok<ImmutableArray<Suggestion>> Answer(HttpResponse response, ImmutableArray<Suggestion> rows)
    {
        response.Headers.CacheControl = "public, max-age=300"; // names change with a new pack only
        return TypedResults.Ok(rows);
    }
}
