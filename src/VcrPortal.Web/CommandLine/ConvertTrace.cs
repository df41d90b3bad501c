using System.CommandLine;
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

    public static VerbCommand Command()
    {
        var file = VerbCommand.OneFile("FILE", "A file of traces, as lint takes it.");
        var to = new Option<string>("--to")
        {
            Description = $"The form: {string.Join(", ", ExportFormat.All.Select(f => f.Name))}.",
            HelpName = "FORMAT",
            Required = true,
        };
        to.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && ExportFormat.Find(name.Value) is null)
                result.AddError($"There is no form {name.Value.Harmless()}.");
        });
        var record = VerbCommand.Record("Which trace of several, from 0.");
        var verb = new VerbCommand(
            "convert", Usage,
            "Writes one trace in another form on standard output. Exit code 0: written, no error; 1: written, and it has errors; "
                + "2: nothing written.")
        {
            file, to, record,
        };
        verb.Runs((parsed, output, errors, ct) => RunAsync(
            (parsed.GetRequiredValue(file), ExportFormat.Find(parsed.GetRequiredValue(to))!, parsed.GetValue(record)), output, errors, ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        (string Path, ExportFormat Format, int? Record) wish, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (await ChooseTrace.TryReadAsync(wish.Path, wish.Record, errors, ct) is not { } trace) return CommandLineVerbs.Unreadable;
        await output.WriteAsync(wish.Format.Write(trace.Document!).AsMemory(), ct);
        if (!trace.HasErrors) return 0;
        await errors.WriteLineAsync("The trace has errors. lint lists them.");
        return CommandLineVerbs.HasErrors;
    }
}
