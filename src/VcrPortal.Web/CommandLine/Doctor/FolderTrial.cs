namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Whether the portal could write in a folder, or make it: a small file is written, and is gone again at once, in the nearest
/// folder that there is. None is made.</summary>
internal static class FolderTrial
{
    /// <returns>One sentence about the folder, or null where nothing is in the way.</returns>
    public static string? FindTrouble(string folder)
    {
        var nearest = Nearest(folder);
        if (Blocking(folder, nearest) is { } file) return $"{folder} cannot be made: {file} is a file, and no folder.";
        try
        {
            using (File.Create(Path.Combine(nearest, $".vcr-doctor-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose)) return null;
        }
        // What the system says is of the small file, which nobody knows.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e is UnauthorizedAccessException ? "this user may not write there" : "nothing can be written there";
            return nearest == folder ? $"{folder} cannot be written: {why}."
                : $"{folder} is not there and cannot be made: {nearest} is the nearest folder, and {why}.";
        }
    }

    /// <summary>The folder itself, or the first above it that there is.</summary>
    public static string Nearest(string folder)
    {
        var there = Path.TrimEndingDirectorySeparator(folder);
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { Length: > 0 } above) there = above;
        return there;
    }

    /// <summary>What stands, and is no folder, where the folder or one on the way to it would be.</summary>
    private static string? Blocking(string folder, string nearest)
    {
        for (var at = Path.TrimEndingDirectorySeparator(folder); at.Length > nearest.Length; at = Path.GetDirectoryName(at)!)
            if (Path.Exists(at) || new FileInfo(at).LinkTarget is not null) return at;
        return null;
    }
}
