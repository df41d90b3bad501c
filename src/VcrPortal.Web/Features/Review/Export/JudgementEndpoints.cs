using System.Security.Claims;
using System.Text;
using System.Text.Json;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Review.Export;

/// <summary>What people said as files: <c>/review/judgements.jsonl</c>, <c>.csv</c>, of one trace with <c>?trace=VCT12</c>.</summary>
internal static class JudgementEndpoints
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static void MapJudgements(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/review/judgements.{extension}", AnswerAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ExportTrace));

    private static async Task<IResult> AnswerAsync(
        string extension, string? trace, ExportJudgements export, ClaimsPrincipal user, CancellationToken ct)
    {
        var number = trace is null ? null : PortalUrls.TryParseAccession(trace);
        if (extension is not ("jsonl" or "csv") || (trace is not null && number is null)
            || await export.RunAsync(number, extension, Caller.From(user), ct) is not { } words) return TypedResults.NotFound();
        return TypedResults.Stream(
            body => extension == "csv" ? WriteCsvAsync(body, words, ct) : WriteLinesAsync(body, words, ct),
            extension == "csv" ? "text/csv; charset=utf-8" : "application/jsonl",
            number is { } one ? $"{PortalUrls.Accession(one)}-judgements.{extension}" : $"judgements.{extension}");
    }

    private static async Task WriteLinesAsync(Stream body, IAsyncEnumerable<ExportedWord> words, CancellationToken ct)
    {
        await foreach (var word in words.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(body, word, Lines, ct);
            await body.WriteAsync("\n"u8.ToArray(), ct);
        }
    }

    private static async Task WriteCsvAsync(Stream body, IAsyncEnumerable<ExportedWord> words, CancellationToken ct)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(ExportedWord.Columns + "\r\n"), ct);
        await foreach (var word in words.WithCancellation(ct)) await body.WriteAsync(Encoding.UTF8.GetBytes(word.ToCsv() + "\r\n"), ct);
    }
}
