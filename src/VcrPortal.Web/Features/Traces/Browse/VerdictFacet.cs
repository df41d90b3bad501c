namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Traces by what the checks say about any of their claims.</summary>
internal static class VerdictFacet
{
    public const string Supported = "supported";
    public const string Elsewhere = "elsewhere";
    public const string Contradicted = "contradicted";
    public const string Disputed = "disputed";
    public const string Undecided = "undecided";
    public const string Untested = "untested";

    /// <summary>An unknown word finds nothing. Each has an index of its own, of the traces for which it holds.</summary>
    public static IQueryable<TraceRow> Narrow(IQueryable<TraceRow> traces, string word, bool not) => word.ToLowerInvariant() switch
    {
        Supported => not ? traces.Where(t => t.Direct == 0) : traces.Where(t => t.Direct != 0),
        Elsewhere => not ? traces.Where(t => t.Elsewhere == 0) : traces.Where(t => t.Elsewhere != 0),
        Contradicted => not ? traces.Where(t => t.Refuted == 0) : traces.Where(t => t.Refuted != 0),
        Disputed => not ? traces.Where(t => t.Disputed == 0) : traces.Where(t => t.Disputed != 0),
        Undecided => not ? traces.Where(t => t.Undetermined == 0) : traces.Where(t => t.Undetermined != 0),
        Untested => not ? traces.Where(t => t.NotTestable == 0) : traces.Where(t => t.NotTestable != 0),
        _ => traces.Where(_ => false),
    };
}
