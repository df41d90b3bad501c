using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>The numbers of evidence that stand in an action's own words: <c>via="stated target [3]"</c>.</summary>
internal static partial class WrittenCitations
{
    /// <summary>With the argument that holds it, in written order.</summary>
    public static IEnumerable<(string Argument, int Number)> For(ActionNode action) =>
        from argument in action.Arguments
        where argument.Value is ArgumentValue.Text
        from match in Pattern().Matches(((ArgumentValue.Text)argument.Value).Value)
        select (argument.Name, int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));

    public static ImmutableArray<int> Numbers(ActionNode action) => [.. For(action).Select(c => c.Number).Distinct()];

    [GeneratedRegex(@"\[(?<number>\d{1,6})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
