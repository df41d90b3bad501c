using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Tests.Access;

/// <summary>docs/permissions.md, made from the table.</summary>
internal static class PermissionsPage
{
    public static string Path { get; } = System.IO.Path.Combine(ReferenceData.Repository(), "docs/permissions.md");

    public static string Write()
    {
        var page = new StringBuilder("""
            # Who may do what

            This page is made from the one table in `src/VcrPortal.Web/Access/Permissions.cs`; a test compares the two. To write it anew:

            ```sh
            VCR_REWRITE_DOCS=1 dotnet test tests/VcrPortal.Web.Tests --filter PermissionsPage
            ```

            Roles, each with all that those before it may: reader (everybody who is not signed in), contributor, reviewer, editor,
            admin. A cell names the least role. "Own" is what somebody launched or wrote, or their own account. "Closed" is a job that
            is over, a trace that was withheld, a comment that was deleted.

            What is **private** is there for its owner and those who were invited; for all others, administrators too, every operation
            on it is refused and its addresses answer 404. With `Accounts:Reading` set to `Members` a visitor may do nothing but come
            in. A site may let visitors launch jobs (`Launch:AllowVisitors`); private ones need an account all the same.

            Verbs ask the table themselves. Pages and endpoints are asked before: a visitor who could do their operation to nothing is
            led to the sign-in, somebody signed in gets 404, a program 403.

            What is written down leaves an entry in the history, with who did it and when; reading leaves none.

            | operation | others' things | where invited | own | written down | most of one person | verbs | pages |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var operation in Enum.GetValues<Operation>())
            page.Append("| ").AppendJoin(" | ", Cells(operation)).Append(" |\n");
        return page.ToString();
    }

    private static IEnumerable<string> Cells(Operation operation) =>
    [
        OperationText.For(operation), Cell(operation, Relation.Stranger), Cell(operation, Relation.Invited),
            Cell(operation, Relation.Owner),
        Permissions.Table[operation].IsWritten ? "yes" : "no", RateLimit(operation), Names(operation, false), Names(operation, true),
    ];

    private static string Cell(Operation operation, Relation relation) =>
        (Least(operation, new Resource(relation)), Least(operation, new Resource(relation, IsClosed: true))) switch
        {
            (null, _) => "nobody",
            ({ } open, null) => $"{Role(open)}, not when closed",
            ({ } open, { } closed) when open == closed => Role(open),
            ({ } open, { } closed) => $"{Role(open)}; when closed {Role(closed)}",
        };

    private static PortalRole? Least(Operation operation, Resource thing) =>
        Enum.GetValues<PortalRole>().Cast<PortalRole?>().FirstOrDefault(r => new Caller("k", r!.Value).May(operation, thing));

    private static string Role(PortalRole role) => role.ToString().ToLowerInvariant();

    private static string RateLimit(Operation operation) =>
        Permissions.Table[operation].Limit is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $"{limit.Most} in {limit.Span.TotalMinutes} min") : "";

    private static string Names(Operation operation, bool pages) => string.Join(", ", typeof(PortalDb).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<RequiresAttribute>()?.Operation == operation && typeof(IComponent).IsAssignableFrom(t) == pages)
        .SelectMany(t => pages ? t.GetCustomAttributes<RouteAttribute>().Select(r => $"`{r.Template}`") : [t.Name])
            .Order(StringComparer.Ordinal));
}
