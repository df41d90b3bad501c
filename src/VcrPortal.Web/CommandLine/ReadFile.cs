using System.Collections.Immutable;
using VcrPortal.Generation.Inputs;

namespace VcrPortal.Web.CommandLine;

/// <summary>A file that cannot be read is a sentence, not an exception.</summary>
internal static class ReadFile
{
    public static async Task<ImmutableArray<TraceInput>?> TryReadAsync(
        string path, TextWriter errors, CancellationToken ct, bool keepText = false)
    {
        if (Directory.Exists(path))
        {
            await errors.WriteLineAsync($"{path} is a folder. Name a file in it.".Harmless());
            return null;
        }
        try
        {
            return TraceFile.Read(path, keepText, guess => errors.WriteLine($"{path} {guess}".Harmless()), ct);
        }
        catch (UnreadableInputException unreadable)
        {
            await errors.WriteLineAsync($"{path} cannot be read: it {unreadable.Message}".Harmless());
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await errors.WriteLineAsync($"{path} cannot be read. {e.Message}".Harmless());
            return null;
        }
    }
}
