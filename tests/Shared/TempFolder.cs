namespace VcrPortal.Tests;

/// <summary>A folder of one test, gone after it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Place { get; } = Directory.CreateTempSubdirectory("vcr-").FullName;

    public string File(string name) => Path.Combine(Place, name);

    public string Write(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Place, recursive: true);
}
