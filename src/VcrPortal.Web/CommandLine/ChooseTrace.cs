namespace VcrPortal.Web.CommandLine;

/// <summary>One trace of a file: its only one, or the one of <c>--record N</c>.</summary>
internal static class ChooseTrace
{
    /// <param name="record">From 0; null for a file of one trace.</param>
    /// <returns>Null after a sentence on <paramref name="errors"/>; else a trace that could be read.</returns>
    public static async Task<TraceInput?> TryReadAsync(string path, int? record, TextWriter errors, CancellationToken ct)
    {
        if (await ReadFile.TryReadAsync(path, errors, ct) is not { } traces) return null;
        if (record is null && traces.Length != 1)
            await errors.WriteLineAsync($"{path} holds {traces.Length} traces. Choose one with --record N, from 0.".Harmless());
        else if (traces.FirstOrDefault(t => t.Record == (record ?? 0)) is { Document: not null } trace) return trace;
        else await errors.WriteLineAsync($"{path} holds no such trace. lint says what it holds.".Harmless());
        return null;
    }
}
