using System.Reflection;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>One slice uses another: the two names, and one type on each side to show where.</summary>
internal sealed record SliceUse(string From, string To, string Where);

/// <summary>Which slice uses which. A slice is the first namespace part below a root; signatures and method bodies both count.</summary>
internal static class SliceUses
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<SliceUse> Among(IEnumerable<Type> types, string root)
    {
        var members = types.Where(t => SliceOf(t, root) is not null).ToHashSet();
        return [.. from type in members
                   from used in TypesUsedBy(type)
                   where members.Contains(used) && SliceOf(used, root) != SliceOf(type, root)
                   group (type, used) by (From: SliceOf(type, root)!, To: SliceOf(used, root)!) into pair
                   let first = pair.OrderBy(p => p.type.FullName, StringComparer.Ordinal).First()
                   select new SliceUse(pair.Key.From, pair.Key.To, $"{first.type.Name} -> {first.used.Name}")];
    }

    /// <summary>"A -> B -> A" for the first circle by name, or null.</summary>
    public static string? FindCircle(IReadOnlyList<SliceUse> uses)
    {
        foreach (var start in uses.Select(u => u.From).Distinct().Order(StringComparer.Ordinal))
            if (PathBack(start, [start], uses) is { } circle) return circle;
        return null;
    }

    private static string? PathBack(string start, List<string> path, IReadOnlyList<SliceUse> uses)
    {
        foreach (var use in uses.Where(u => u.From == path[^1]))
        {
            if (use.To == start) return string.Join(" -> ", path.Append(start));
            if (path.Contains(use.To)) continue;
            if (PathBack(start, [.. path, use.To], uses) is { } circle) return circle;
        }
        return null;
    }

    private static string? SliceOf(Type type, string root) =>
        type.Namespace is { } place && place.StartsWith(root + ".", StringComparison.Ordinal) ? place[(root.Length + 1)..].Split('.')[0]
            : null;

    private static IEnumerable<Type> TypesUsedBy(Type type)
    {
        IEnumerable<Type?> direct =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Everything).Select(f => f.FieldType),
            .. type.GetMethods(Everything).SelectMany(InSignature),
            .. type.GetConstructors(Everything).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType),
            .. type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(MethodBodyTypes.In)
        ];
        return direct.OfType<Type>().SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type?> InSignature(MethodInfo method) =>
        [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)];

    // List<Job[]> names List<>, and Job.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        if (!type.IsConstructedGenericType) return [type];
        return type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition());
    }
}
