using System.Globalization;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Administration.Nodes;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Room on the disks, and the time.</summary>
internal static class CheckMachine
{
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(5);

    public static IEnumerable<Finding> Run(IServiceProvider services)
    {
        yield return Disk(services);
        yield return Clock(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
    }

    private static Finding Disk(IServiceProvider services)
    {
        const string wayOut = "Free space, or move App_Data (Database:ConnectionString, Knowledge:Folder) to a larger disk.";
        var disk = services.GetRequiredService<DiskSpace>();
        if (disk.Shortage() is { } shortage) return Finding.Bad("Disk", shortage, wayOut);
        if (disk.Free() is { } free)
            return Finding.Good("Disk", string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB are free beside the database."));
        return FreeAbove(services) switch
        {
            null => Finding.Good("Disk", "The system does not say how much is free."),
            < DiskSpace.Least and var little => Finding.Bad("Disk", string.Create(CultureInfo.InvariantCulture,
                $"{little >> 20} MB are free where the database will be; free at least {DiskSpace.Least >> 20} MB."), wayOut),
            { } enough => Finding.Good(
                "Disk", string.Create(CultureInfo.InvariantCulture, $"{enough >> 20:N0} MB are free where the database will be.")),
        };
    }

    /// <summary>Bytes where the folder of the database would be made.</summary>
    private static long? FreeAbove(IServiceProvider services)
    {
        if (services.GetRequiredService<PortalDbFactory>().SqliteFile is not { DataSource: var file }) return null;
        try { return new DriveInfo(FolderTrial.Nearest(Path.GetDirectoryName(file)!)).AvailableFreeSpace; }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException) { return null; }
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
