using System.Text;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Entities;

/// <summary>The claims around a thing as a table: <c>/genes/MAP2K1/claims.csv</c>.</summary>
internal static class ClaimDownloads
{
    private static readonly byte[] Header = Encoding.UTF8.GetBytes(ExportedClaim.Columns + "\r\n");

    public static void MapClaimDownloads(this IEndpointRouteBuilder endpoints)
    {
        foreach (var shelf in (string[])[
            PortalUrls.Compounds, PortalUrls.CellLines, PortalUrls.Genes, PortalUrls.Pathways, PortalUrls.Phenotypes])
            endpoints.MapGet(
                $"/{shelf}/{{key}}/claims.csv",
                (string key, ReadEntity entities, ExportClaims export, DataDownloads downloads, HttpContext request) =>
                    downloads.InItsPlaceAsync(request, () => AnswerAsync(shelf, key, entities, export, request)))
                .WithoutSharedCopies().WithMetadata(new RequiresAttribute(Operation.ExportTrace));
    }

    private static async Task<IResult> AnswerAsync(
        string shelf, string key, ReadEntity entities, ExportClaims export, HttpContext request)
    {
        if (entities.SubjectOf(shelf, key) is not { } subject) return TypedResults.NotFound();
        var (ct, claims) = (request.RequestAborted, await export.RunAsync(subject, Caller.From(request.User), request.RequestAborted));
        return TypedResults.Stream(async body =>
        {
            await body.WriteAsync(Header, ct);
            await foreach (var claim in claims.WithCancellation(ct))
                await body.WriteAsync(Encoding.UTF8.GetBytes(claim.ToCsv() + "\r\n"), ct);
        }, "text/csv; charset=utf-8", "claims.csv");
    }
}
