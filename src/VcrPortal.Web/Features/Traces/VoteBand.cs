namespace VcrPortal.Web.Features.Traces;

/// <summary>How many votes there are on a trace and its claims: none, one to four, or more.</summary>
public enum VoteBand { None, Few, Many }

internal static class VoteBands
{
    /// <summary>The most that are few.</summary>
    public const int MostFew = 4;

    public static VoteBand From(int votes) => votes switch
    {
        0 => VoteBand.None,
        <= MostFew => VoteBand.Few,
        _ => VoteBand.Many,
    };
}
