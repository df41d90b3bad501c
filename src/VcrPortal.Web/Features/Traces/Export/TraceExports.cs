using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Export;

/// <summary>A trace as a file for other programs: <c>/t/VCT12563.json</c>, <c>/t/VCT12563@2.graphml</c>.</summary>
internal static class TraceExports
{
    public static void MapTraceExports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/t/{key}.{extension}", AnswerAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ExportTrace));

    private static async Task<Results<FileContentHttpResult,
        NotFound>> AnswerAsync(string key, string extension, ExportTrace export, ClaimsPrincipal user, CancellationToken ct)
    {
        var format = ExportFormat.All.FirstOrDefault(f => f.Extension == extension);
        if (format is null || TraceAddress.Read(key) is not { } address
            || await export.RunAsync(
            address.Number, address.Revision, format, Caller.From(user), ct) is not { } trace) return TypedResults.NotFound();
        // Always a download: what an author wrote is never opened as a page of ours.
        var file = Encoding.UTF8.GetBytes(format.Write(DocumentOf(trace)));
        return TypedResults.File(
            file, format.MediaType + "; charset=utf-8", FileName(trace, format),
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\""));
    }

    internal static TraceDocument DocumentOf(TraceView trace) => new(
        trace.Graph, trace.Diagnostics, trace.Verdicts, Groundings(trace),
        new TraceProvenance(PortalUrls.Accession(trace.Number), trace.Revision, trace.Title, trace.Engine, WrittenAt(trace)));

    private static DateTimeOffset? WrittenAt(TraceView trace) =>
        trace.Revisions.FirstOrDefault(r => r.Revision == trace.Revision) is { } revision
            ? new DateTimeOffset(DateTime.SpecifyKind(revision.At, DateTimeKind.Utc)) : null;

    private static ImmutableArray<GroundedText> Groundings(TraceView trace) =>
    [
        .. from pair in new[] { (Text: trace.Compound, Curie: trace.CompoundCurie), (Text: trace.CellLine, Curie: trace.CellLineCurie) }
           where pair.Text is not null
           let curie = Curie.TryParse(pair.Curie)
           where curie is not null
           select new GroundedText(pair.Text, curie.Value),
    ];

    private static string FileName(TraceView trace, ExportFormat format) =>
        FormattableString.Invariant($"{PortalUrls.Accession(trace.Number)}-r{trace.Revision}.{format.Extension}");
}
