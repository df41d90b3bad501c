using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>The values of those fields that have a few.</summary>
internal static class FieldValues
{
    /// <summary>The values as they are typed; none for a field that takes any name.</summary>
    public static ImmutableArray<string> For(SearchField field, SearchNames names) => field switch
    {
        SearchField.Direction => ["up", "down"],
        SearchField.State => [.. Enum.GetValues<TraceState>().Select(state => state.Word().ToLowerInvariant())],
        SearchField.Primitive or SearchField.Tissue =>
            [.. names.All.Where(n => n.Name.Field == field).Select(n => n.Name.Label).Order(StringComparer.OrdinalIgnoreCase)],
        _ => ClosedFacet.For(field) is { } facet ? [.. facet.Values.Select(v => v.Word)] : [],
    };

    /// <summary>Null for a field that takes any name.</summary>
    public static bool? Has(SearchField field, string value) => field switch
    {
        SearchField.Direction => Sign(value) is not null,
        SearchField.State => char.IsLetter(value[0]) && TraceStates.Parse(value) is not null,
        SearchField.Trace => TraceAddress.Read(value) is not null,
        _ => ClosedFacet.For(field) is { } facet ? facet.Find(value) is not null : null,
    };

    /// <summary>The same of a word that follows a name; not of one that something else may follow: "lowers".</summary>
    public static int? Turn(string word) => word.ToLowerInvariant() switch
    {
        "up" or "rises" or "rising" or "increased" or "upregulated" => 1,
        "down" or "falls" or "falling" or "decreased" or "downregulated" => -1,
        _ => null,
    };

    /// <summary>+1 rises, -1 falls, null for another word.</summary>
    public static int? Sign(string word) => word.ToLowerInvariant() switch
    {
        "up" or "rises" or "raises" or "increases" or "+" or "+1" => 1,
        "down" or "falls" or "lowers" or "decreases" or "-" or "-1" or "−" => -1,
        _ => null,
    };
}
