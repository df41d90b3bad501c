namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The words of <see cref="TraceState"/>, on pages and in searches.</summary>
public static class TraceStates
{
    /// <summary>What a reader calls a trace that the publication rule keeps back.</summary>
    public const string Withheld = "withheld";

    public static string Word(this TraceState state) => state switch
    {
        TraceState.Discarded => "Withheld",
        _ => state.ToString(),
    };

    /// <summary>The word of a reader, or the state's own name; null for another one.</summary>
    public static TraceState? Parse(string word) =>
        word.Equals(Withheld, StringComparison.OrdinalIgnoreCase) ? TraceState.Discarded
            : Enum.TryParse<TraceState>(word, true, out var state) && Enum.IsDefined(state) ? state : null;
}
