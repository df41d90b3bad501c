using System.Globalization;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Web.Features.CommandLine;

/// <summary>
/// <c>convert FILE --to FORMAT [--record N]</c>: one trace in another form, on standard output. Exit 0: written, no error; 1: written, and
/// it has errors; 2: nothing written.
/// </summary>
internal static class ConvertTrace
{
    private static readonly string Usage = $"Usage: convert FILE --to {string.Join('|', ExportFormat.All.Select(f => f.Name))} [--record N]";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (Understood(args) is not { } wish) return await SayAsync(errors, Usage);
        if (await ReadFile.TryReadAsync(wish.Path, errors, ct) is not { } traces) return CommandLineVerbs.Unreadable;
        if (wish.Record is null && traces.Length != 1)
            return await SayAsync(errors, $"{wish.Path} holds {traces.Length} traces. Choose one with --record N, from 0.".Harmless());
        if (traces.FirstOrDefault(t => t.Record == (wish.Record ?? 0)) is not { Document: { } document } trace)
            return await SayAsync(errors, $"{wish.Path} holds no such trace. lint says what it holds.".Harmless());
        await output.WriteAsync(wish.Format.Write(document).AsMemory(), ct);
        if (!trace.HasErrors) return 0;
        await errors.WriteLineAsync("The trace has errors. lint lists them.");
        return CommandLineVerbs.HasErrors;
    }

    private static (string Path, ExportFormat Format, int? Record)? Understood(string[] args) => args switch
    {
        [var path, "--to", var name] when ExportFormat.Find(name) is { } format => (path, format, null),
        [var path, "--to", var name, "--record", var number]
            when ExportFormat.Find(name) is { } format && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var record) => (path, format, record),
        _ => null,
    };

    private static async Task<int> SayAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return CommandLineVerbs.Unreadable;
    }
}
