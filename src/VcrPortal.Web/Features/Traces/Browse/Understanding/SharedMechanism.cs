using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>"CDK4/6 inhibitor", "JAK inhibitors", "MEK1/2 inhibitor": compounds that act on any of several molecules, where no table has a
/// mechanism of that name.</summary>
/// <param name="byTarget">The mechanism of one molecule, "CDK4 inhibitor".</param>
internal sealed class SharedMechanism(KnowledgeIndex index, Func<string, SearchName?> byTarget)
{
    /// <summary>Molecules in one name.</summary>
    private const int Most = 6;

    public SearchName? Find(string text)
    {
        var blank = text.LastIndexOf(' ');
        if (blank < 1 || VerbOf(text[(blank + 1)..]) is not { } does) return null;
        var who = text[..blank].Trim();
        var found = GenesOf(who).Select(gene => byTarget($"{gene} {does}")).OfType<SearchName>().SelectMany(n => n.Members)
            .Distinct(StringComparer.Ordinal).ToImmutableArray();
        return found.IsEmpty ? null : new(
            SearchField.Mechanism, $"{Label(who)} {does}", Detail: $"{found.Length} compound{(found.Length == 1 ? "" : "s")}",
            Members: found);
    }

    private string Label(string who) => index.Gene(who)?.Symbol ?? index.Group(who)?.Name ?? who.ToUpperInvariant();

    private static string? VerbOf(string word) => word.TrimEnd('s', 'S').ToLowerInvariant() switch
    {
        "inhibitor" or "antagonist" or "blocker" => "inhibitor",
        "activator" or "agonist" => "activator",
        "degrader" => "degrader",
        _ => null,
    };

    /// <summary>The genes that are meant by a gene, a family, or several that share their letters: CDK4/6.</summary>
    private IEnumerable<string> GenesOf(string who)
    {
        var pieces = who.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length is 0 or > Most) return [];
        var letters = pieces[0].TrimEnd([.. "0123456789"]);
        return pieces.SelectMany(piece => Named(piece.All(char.IsAsciiDigit) ? letters + piece : piece)).Distinct(StringComparer.Ordinal);
    }

    private ImmutableArray<string> Named(string name) =>
        index.Gene(name) is { } gene ? [gene.Symbol] : index.Group(name) is { } group ? group.Members : [];
}
