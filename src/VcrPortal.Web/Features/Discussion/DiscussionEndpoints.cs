using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Discussion;

/// <param name="Comments">Comments since the one that was asked about.</param>
internal sealed record News(int Comments);

/// <summary>What pages without a circuit and programs ask about a discussion.</summary>
internal static class DiscussionEndpoints
{
    public static void MapDiscussions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/t/{key}/news", NewsAsync).WithMetadata(new RequiresAttribute(Operation.ReadTrace));
        endpoints.MapGet("/t/{key}/people", PeopleAsync).WithoutSharedCopies().WithMetadata(new RequiresAttribute(Operation.Comment));
        endpoints.MapGet("/t/{key}/feed.atom", TraceFeedAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ReadTrace));
        endpoints.MapGet(PortalUrls.TracesFeed, SearchFeedAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ReadTrace));
    }

    private static async Task<Results<JsonHttpResult<News>, NotFound,
        StatusCodeHttpResult>> NewsAsync(
        string key, string? after, IDbContextFactory<PortalDb> databases, HttpContext http, CancellationToken ct)
    {
        if (TraceAddress.Read(key) is not { } address) return TypedResults.NotFound();
        var known = QueryParameter.Number(after) ?? 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<TraceRow>(address.Number, Caller.From(http.User), ct) is null) return TypedResults.NotFound();
        var stirred = await db.Traces.Where(t => t.Number == address.Number).Select(t => t.DiscussionVersion).SingleAsync(ct);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{stirred}-{known}\"");
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        if (http.Request.Headers.IfNoneMatch == tag) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Json(
            new News(
            await db.Comments.CountAsync(
                c => c.TraceNumber == address.Number && c.Number > known && c.DeletedAt == null && c.HeldBackAt == null, ct)));
    }

    private static async Task<Results<JsonHttpResult<SuggestedPeople>, NotFound>> PeopleAsync(
        string key, string? q, string? skip, SuggestPeople people, ClaimsPrincipal user, CancellationToken ct) =>
        TraceAddress.Read(key) is { } address
        && await people.RunAsync(address.Number, q, QueryParameter.Number(skip) ?? 0, Caller.From(user), ct) is { } found
            ? TypedResults.Json(found) : TypedResults.NotFound();

    private static async Task<Results<ContentHttpResult,
        NotFound>> TraceFeedAsync(
        string key, ReadTrace traces, ReadDiscussion discussions, ClaimsPrincipal user, HttpRequest request, CancellationToken ct)
    {
        var caller = Caller.From(user);
        if (TraceAddress.Read(key) is not { } address
            || await traces.RunAsync(address.Number, address.Revision, caller, ct) is not { } trace
            || await discussions.RunAsync(trace.Number, trace.Revision, caller, ct) is not { } said) return TypedResults.NotFound();
        return Answer(DiscussionFeed.For(trace, said, RootOf(request)));
    }

    private static async Task<ContentHttpResult> SearchFeedAsync(
        string? q, string? compound, string? line, SearchTraces search, ClaimsPrincipal user, HttpRequest request, CancellationToken ct)
    {
        var query = new TraceQuery(QueryParameter.Text(q), QueryParameter.Text(compound), QueryParameter.Text(line));
        var found = await search.RunAsync(query, Caller.From(user), ct);
        return Answer(DiscussionFeed.For(found, PortalUrls.Search(query.Text, query.Compound, query.CellLine), RootOf(request)));
    }

    private static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    private static ContentHttpResult Answer(AtomFeed feed) =>
        TypedResults.Text(feed.Write(), "application/atom+xml", System.Text.Encoding.UTF8);
}
