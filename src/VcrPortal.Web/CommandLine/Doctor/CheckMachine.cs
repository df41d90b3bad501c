using System.Globalization;
using VcrPortal.Web.Features.Administration.Nodes;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Room on the disks, and the time.</summary>
internal static class CheckMachine
{
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(5);

    public static IEnumerable<Finding> Run(IServiceProvider services)
    {
        var disk = services.GetRequiredService<DiskSpace>();
        yield return disk.Shortage() is { } shortage
            ? Finding.Bad("Disk", shortage, "Free space, or move App_Data (Database:ConnectionString, Knowledge:Folder) to a larger disk.")
            : Finding.Good("Disk", disk.Free() is { } free
                ? string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB are free beside the database.")
                : "The system does not say how much is free.");
        yield return Clock(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
    }

    /// <param name="ahead">Ours less theirs.</param>
    public static Finding ClockBeside(string whose, TimeSpan ahead) => ahead.Duration() <= MostApart
        ? Finding.Good("Clock", $"It agrees with {whose}.")
        : Finding.Warning("Clock",
            string.Create(CultureInfo.InvariantCulture, $"This machine is {ahead.TotalSeconds:0} s off {whose}."),
            "Set both by NTP: times of jobs and of the history are taken from them.");

    /// <summary>Nothing was built after now.</summary>
    private static Finding Clock(DateTime now)
    {
        var built = File.GetLastWriteTimeUtc(typeof(CheckMachine).Assembly.Location);
        return now >= built.AddDays(-1)
            ? Finding.Good("Clock", string.Create(CultureInfo.InvariantCulture, $"It says {now:yyyy-MM-dd HH:mm} UTC."))
            : Finding.Bad("Clock", string.Create(CultureInfo.InvariantCulture, $"It says {now:yyyy-MM-dd}, before this program was built."),
                "Set the machine's clock, best by NTP: cookies would be judged by it.");
    }
}
