namespace VcrPortal.E2E.Harness.Processes;

/// <summary>The time of day of one process, set forward and back while it runs, by Debian's faketime. How time goes on is left alone, as it
/// is where a machine's clock is set.</summary>
public sealed class SetClock : IDisposable
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    /// <summary>The library looks into its file once in this time.</summary>
    public static readonly TimeSpan Noticed = TimeSpan.FromSeconds(2);

    private readonly string _file = Path.GetTempFileName();

    public SetClock() => Set("+0");

    public static string? WhyMissing { get; } =
        File.Exists(Library) ? null : "needs faketime: eng/soak clock installs it where it may, or apt-get install faketime";

    /// <summary>For the process whose clock this is to be, as environment variables.</summary>
    public IReadOnlyList<(string Key, string? Value)> Settings =>
    [
        ("LD_PRELOAD", Library), ("FAKETIME_TIMESTAMP_FILE", _file), ("FAKETIME_CACHE_DURATION", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ];

    /// <param name="ahead">For example <c>+1h</c>.</param>
    public void Set(string ahead) => File.WriteAllText(_file, ahead + "\n");

    public void Dispose() => File.Delete(_file);
}
