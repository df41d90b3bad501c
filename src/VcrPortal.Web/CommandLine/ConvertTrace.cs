using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>convert FILE --to FORMAT [--record N]</c>: one trace in another form, on standard output. Exit 0: written, no error; 1: written, and
/// it has errors; 2: nothing written.
/// </summary>
internal static class ConvertTrace
{
    private static readonly string Usage =
        $"Usage: convert FILE --to {string.Join('|', ExportFormat.All.Select(f => f.Name))} [--record N]";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (Understood(args) is not { } wish) return await CommandLineVerbs.SayAsync(errors, Usage);
        if (await ChooseTrace.TryReadAsync(wish.Path, wish.Record, errors, ct) is not { } trace) return CommandLineVerbs.Unreadable;
        await output.WriteAsync(wish.Format.Write(trace.Document!).AsMemory(), ct);
        if (!trace.HasErrors) return 0;
        await errors.WriteLineAsync("The trace has errors. lint lists them.");
        return CommandLineVerbs.HasErrors;
    }

    private static (string Path, ExportFormat Format, int? Record)? Understood(string[] args) => args switch
    {
        [var path, "--to", var name] when ExportFormat.Find(name) is { } format => (path, format, null),
        [var path, "--to", var name, "--record", var number] when ExportFormat.Find(name) is { } format
            && ChooseTrace.IsRecord(number, out var record) => (path, format, record),
        _ => null,
    };
}
