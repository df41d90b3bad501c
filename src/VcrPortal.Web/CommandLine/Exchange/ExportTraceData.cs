using System.CommandLine;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Exchange;

/// <summary>
/// <c>export-traces [SEARCH] --to FILE</c>: writes the traces of a search as JSON Lines, CSV, Parquet or an archive of graphs, as the name
/// of the file says. The file has its name only once it is whole. Exit 0: done; 1: it could not be written; 2: not understood.
/// </summary>
internal static class ExportTraceData
{
    private static readonly string[] Kinds = [".jsonl", ".csv", ".parquet", ".zip"];

    private const string Usage =
        "Usage: export-traces [SEARCH] --to FILE.jsonl|.csv|.parquet|.zip [--all] [--Setting:Name=value]   (SEARCH as in the search box)";

    public static VerbCommand Command()
    {
        var search = new Argument<string?>("SEARCH") { Description = "As in the search box, in quotes.", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string>("--to") { Description = "The file to write.", HelpName = "FILE", Required = true };
        VerbCommand.WantsFile(to);
        var more = VerbCommand.Settings();
        var all = new Option<bool>("--all") { Description = "Also those that reach no measurable effect." };
        var verb = new VerbCommand(
            "export-traces", Usage,
            "Writes the traces of a search as a data set. Exit code 0: done; 1: it could not be written; 2: not understood.")
        {
            search, more, to, all,
        };
        verb.Runs(async (parsed, output, errors, ct) =>
        {
            var (text, settings) = (parsed.GetValue(search), parsed.GetValue(more) ?? []);
            if (text is not null && VerbCommand.IsSetting(text))
            {
                settings = [text, .. settings];
                text = null;
            }
            if (PortalArguments.FindTrouble(settings) is { } trouble)
                return await CommandLineVerbs.SayAsync(errors, $"{Usage}{Environment.NewLine}{trouble.Harmless()}");
            var file = Path.GetFullPath(parsed.GetRequiredValue(to));
            if (!Kinds.Contains(Path.GetExtension(file)))
                return await CommandLineVerbs.SayAsync(errors, $"The file must end in {string.Join(", ", Kinds[..^1])} or {Kinds[^1]}.");
            if (!Directory.Exists(Path.GetDirectoryName(file)))
                return await CommandLineVerbs.SayAsync(errors, $"There is no folder for {file}. Make it first.".Harmless(), 1);
            return await PortalData.RunAsync(
                settings, "Nothing was written.", errors, (services, token) => RunAsync(
                    services, new TraceQuery(text, WithTooLittle: parsed.GetValue(all)), file, output, errors, token), ct, mustExist: true);
        });
        return verb;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, TraceQuery query, string file, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var search = services.GetRequiredService<UnderstandSearch>().Run(query.Text);
        foreach (var note in search.Notes) await errors.WriteLineAsync(note.Text.Harmless());
        if (search.Parts.Any(p => p is SearchPart.Unread)) return await CommandLineVerbs.SayAsync(errors, "Nothing was written.");
        await WriteAsync(services, query, file, ct);
        await output.WriteLineAsync($"{file}: {new FileInfo(file).Length} bytes.".Harmless());
        return 0;
    }

    private static async Task WriteAsync(IServiceProvider services, TraceQuery query, string file, CancellationToken ct)
    {
        var (export, data, part) = (services.GetRequiredService<ExportSearch>(), services.GetRequiredService<WriteData>(), file + ".part");
        try
        {
            if (Path.GetExtension(file) == ".parquet")
                await data.WriteParquetAsync(await export.RunAsync(query, "parquet", Caller.Operator, ct), part, ct);
            else
                await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
                    await (Path.GetExtension(file) switch
                    {
                        ".zip" => WriteData.WriteGraphsAsync(await export.GraphsAsync(query, Caller.Operator, ct), stream, ct),
                        ".csv" => data.WriteTableAsync(await export.RunAsync(query, "csv", Caller.Operator, ct), stream, ct),
                        _ => data.WriteLinesAsync(await export.RunAsync(query, "jsonl", Caller.Operator, ct), stream, ct),
                    });
            File.Move(part, file, overwrite: true);
        }
        finally { File.Delete(part); }
    }
}
