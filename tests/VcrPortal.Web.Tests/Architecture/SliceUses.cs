using ArchUnitNET.Domain;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>One slice uses another: the two names, and one type on each side to show where.</summary>
internal sealed record SliceUse(string From, string To, string Where);

/// <summary>
/// Which slice uses which. A slice is the first namespace part below a root, with all that is below it; ArchUnitNET's own slices are single
/// namespaces, so only its reading of the assemblies is used: signatures, method bodies, lambdas, iterators and async methods.
/// </summary>
internal static class SliceUses
{
    public static IReadOnlyList<SliceUse> Among(ArchUnitNET.Domain.Architecture house, string root) =>
        [.. from type in house.Types
            let slice = SliceOf(type, root)
            where slice is not null
            from used in type.Dependencies
            let other = SliceOf(used.Target, root)
            where other is not null && other != slice
            group $"{type.Name} -> {used.Target.Name}" by (From: slice!, To: other!) into pair
            orderby pair.Key
            select new SliceUse(pair.Key.From, pair.Key.To, pair.Order(StringComparer.Ordinal).First())];

    /// <summary>"A -> B -> A", and where, for the first circle by name; or null.</summary>
    public static string? FindCircle(IReadOnlyList<SliceUse> uses)
    {
        foreach (var start in uses.Select(u => u.From).Distinct())
            if (PathBack(start, [], uses) is { } circle)
                return string.Join(" -> ", circle.Select(u => u.From).Append(start)) + ": "
                    + string.Join("; ", circle.Select(u => u.Where));
        return null;
    }

    private static List<SliceUse>? PathBack(string start, List<SliceUse> path, IReadOnlyList<SliceUse> uses)
    {
        var here = path is [.., var last] ? last.To : start;
        foreach (var use in uses.Where(u => u.From == here))
        {
            if (use.To == start) return [.. path, use];
            if (path.Exists(u => u.From == use.To)) continue;
            if (PathBack(start, [.. path, use], uses) is { } circle) return circle;
        }
        return null;
    }

    private static string? SliceOf(IType type, string root) =>
        type.Namespace?.FullName is { } place && place.StartsWith(root + ".", StringComparison.Ordinal)
            ? place[(root.Length + 1)..].Split('.')[0] : null;
}
