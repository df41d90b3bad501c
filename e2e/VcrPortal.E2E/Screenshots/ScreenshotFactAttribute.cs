using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Screenshots;

/// <summary>Runs only for eng/screenshots, which names a folder in <c>VCR_SCREENSHOTS</c>; eng/test leaves it out by its
/// category.</summary>
public sealed class ScreenshotFactAttribute : FactAttribute
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("VCR_SCREENSHOTS") is { Length: > 0 } set ? set : null;

    /// <summary>The names of the pictures that are wanted, from <c>VCR_SCREENSHOTS_ONLY</c>: <c>jobs,shared</c>; empty for all.</summary>
    public static IReadOnlyCollection<string> Only { get; } = (Environment.GetEnvironmentVariable("VCR_SCREENSHOTS_ONLY") ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public ScreenshotFactAttribute() => Skip = Folder is null ? "takes pictures for eng/screenshots" : Chromium.WhyMissing;
}
