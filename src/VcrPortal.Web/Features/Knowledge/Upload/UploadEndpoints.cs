using Microsoft.AspNetCore.Mvc;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Forms;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Knowledge.Upload;

/// <summary>Where js/upload.js sends pieces.</summary>
internal static class UploadEndpoints
{
    /// <summary>Bytes of a piece: small enough that one that is lost costs little, below what the server takes in one request.</summary>
    public const int PieceBytes = 4 << 20;

    public static void MapUploads(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(PortalUrls.KnowledgeUpload, TakeAsync)
        .OnlyFromOurPages().WithMetadata(new RequiresAttribute(Operation.ImportKnowledge));

    private static async Task<IResult> TakeAsync(
        [AsParameters] Sent sent, ReceiveFile receive, HttpContext request, [FromForm] IFormFile? piece = null)
    {
        await using var body = piece?.OpenReadStream() ?? Stream.Null;
        var outcome = await receive.RunAsync(
            new(sent.Name ?? "", sent.Bytes ?? 0, sent.Stamp ?? 0, sent.At ?? 0), body, Caller.From(request.User), request.RequestAborted);
        return outcome switch
        {
            UploadOutcome.Kept(var bytes) => Results.Ok(new Answer(bytes, null)),
            UploadOutcome.Whole(var kind) => Results.Ok(new Answer(sent.Bytes ?? 0, kind)),
            UploadOutcome.Refused(var why) => Results.Text(why, statusCode: StatusCodes.Status400BadRequest),
            UploadOutcome.Busy => Results.Text(
                "Another window is sending this file. Wait for it, or close it.", statusCode: StatusCodes.Status409Conflict),
            _ => Results.NotFound(),
        };
    }

    /// <param name="Bytes">How many bytes of the file are kept.</param>
    /// <param name="Kind">Once it is whole.</param>
    internal sealed record Answer(long Bytes, string? Kind);

    internal sealed record Sent(string? Name, long? Bytes, long? Stamp, long? At);
}
