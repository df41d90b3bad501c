namespace VcrPortal.Generation.Sources.Http.Asking;

/// <summary>What PubChem says of its load in the header of every answer: green, yellow, red, or black for whoever asked too much.</summary>
internal static class Throttling
{
    private const string Header = "X-Throttling-Control";

    /// <summary>The next question waits for as long as the service's state asks for.</summary>
    public static void Heed(this HostRateLimit limit, HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues(Header, out var said) && PauseFor(string.Join(' ', said)) is { } pause) limit.HoldOff(pause);
    }

    private static TimeSpan? PauseFor(string state) => state switch
    {
        _ when Says(state, "Black") => TimeSpan.FromMinutes(1),
        _ when Says(state, "Red") => TimeSpan.FromSeconds(10),
        _ when Says(state, "Yellow") => TimeSpan.FromSeconds(2),
        _ => null,
    };

    private static bool Says(string state, string colour) => state.Contains(colour, StringComparison.OrdinalIgnoreCase);
}
