namespace VcrPortal.E2E.Harness.Processes;

/// <summary>How a portal is started. The two sources are off when null.</summary>
/// <param name="Samples">The batch over the starter pack that fills a new portal.</param>
/// <param name="Wikipedia">Base address of the knowledge source; asked in stage Retrieve.</param>
/// <param name="AffinityPredictor">Base address of the predictor; asked in stage Verify.</param>
/// <param name="VisitorsLaunch">Without an account.</param>
/// <param name="More">More settings, as environment variables.</param>
public sealed record PortalSettings(
    bool Samples = false, Uri? Wikipedia = null, Uri? AffinityPredictor = null, bool VisitorsLaunch = true,
    IReadOnlyList<(string Key, string? Value)>? More = null)
{
    internal IEnumerable<(string Key, string? Value)> Environment(
        Uri address, PortalDatabase database, string dataFolder, bool isPublished) =>
    [
        // Static assets of a build that is not published are found in Development only.
        ("ASPNETCORE_ENVIRONMENT", isPublished ? "Production" : "Development"),
        ("ASPNETCORE_URLS", address.ToString()),
        ("Database__Provider", database.Provider),
        ("Database__ConnectionString", database.ConnectionString),
        ("Knowledge__Folder", Path.Combine(dataFolder, "knowledge")),
        ("Launch__AllowVisitors", VisitorsLaunch ? "true" : "false"),
        // All journeys come from one address.
        ("Limits__FormsPerMinute", "0"),
        ("Limits__AccountFormsPerMinute", "0"),
        ("Sources__Wikipedia__BaseAddress", Wikipedia?.ToString()),
        // Journeys hold an answer for as long as they look at the middle of a job; one that is kept would hold nobody.
        ("Sources__CacheDays", "0"),
        ("Sources__Wikipedia__Timeout", "00:03:00"),
        ("Verifiers__AffinityPredictor__Timeout", "00:03:00"),
        ("Verifiers__AffinityPredictor__BaseAddress", AffinityPredictor?.ToString()),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", null),
        .. More ?? []
    ];
}
