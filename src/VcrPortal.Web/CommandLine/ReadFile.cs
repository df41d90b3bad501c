using System.Collections.Immutable;

namespace VcrPortal.Web.CommandLine;

/// <summary>A file that cannot be read is a sentence, not an exception.</summary>
internal static class ReadFile
{
    public static async Task<ImmutableArray<TraceInput>?> TryReadAsync(
        string path, TextWriter errors, CancellationToken ct, bool keepText = false)
    {
        try
        {
            return await TraceFile.ReadAsync(path, keepText, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await errors.WriteLineAsync($"{path} cannot be read. {e.Message}".Harmless());
            return null;
        }
    }
}
