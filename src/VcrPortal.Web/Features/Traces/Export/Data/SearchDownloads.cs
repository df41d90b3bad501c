using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>A search as a data set, at the search's own address with an extension: <c>/traces.jsonl?q=MEK</c>; as <c>.zip</c> its
/// graphs.</summary>
internal static class SearchDownloads
{
    private const string Name = "traces";

    public static void MapSearchDownloads(this IEndpointRouteBuilder endpoints)
    {
        foreach (var extension in (string[])["jsonl", "csv", "parquet", "zip"])
            endpoints.MapGet(
                $"{PortalUrls.Traces}.{extension}",
                (string? q, string? compound, string? line, string? all, ExportSearch export, DataDownloads downloads, HttpContext request)
                    =>
                {
                    var query = new TraceQuery(
                        QueryParameter.Search(q), QueryParameter.Text(compound), QueryParameter.Text(line), WithTooLittle: all == "true");
                    return downloads.InItsPlaceAsync(request, () => AnswerAsync(query, extension, export, downloads, request));
                }).WithoutSharedCopies().WithMetadata(new RequiresAttribute(Operation.ExportTrace));
    }

    private static async Task<IResult> AnswerAsync(
        TraceQuery query, string extension, ExportSearch export, DataDownloads downloads, HttpContext request)
    {
        var (caller, ct) = (Caller.From(request.User), request.RequestAborted);
        if (extension != "zip")
            return await downloads.FileAsync(await export.RunAsync(query, extension, caller, ct), Name, extension, ct);
        return await DataDownloads.ArchiveAsync(await export.GraphsAsync(query, caller, ct), Name, ct);
    }
}
