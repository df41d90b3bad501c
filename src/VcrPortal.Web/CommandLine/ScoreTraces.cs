using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>score FILE... [--against FILE] [--json]</c>: our scores and the six of VCR-Agent's evaluation code, for each trace and for all.
/// Exit 0: scored; 2: no file held anything that could be read as a trace.
/// </summary>
internal static class ScoreTraces
{
    private const string Usage =
        "Usage: score FILE... [--against FILE] [--json]   (--against: the traces that count as right, for the two F1 scores)";

    private static readonly JsonSerializerOptions Json = new(PortalJson.Options) { WriteIndented = true };

    public static VerbCommand Command()
    {
        var files = VerbCommand.Files("FILE", "Files of traces, as lint takes them.");
        var against = new Option<string>("--against")
        {
            Description = "The traces that count as right, for the two F1 scores.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "As JSON instead of a table." };
        var verb = new VerbCommand(
            "score", Usage,
            "Our scores and the six of VCR-Agent's evaluation code, for each trace and for all. Exit code 0: scored; 2: no file "
                + "held anything that could be read as a trace.")
        {
            files, against, json,
        };
        verb.Runs((parsed, output, errors, ct) => RunAsync(
            ([.. parsed.GetRequiredValue(files)], parsed.GetValue(against) is { } right ? [right] : [], parsed.GetValue(json)),
            output, errors, ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        (ImmutableArray<string> Files, ImmutableArray<string> References, bool IsJson) wish, TextWriter output, TextWriter errors,
        CancellationToken ct)
    {
        if (await ReadAllAsync(wish.Files, errors, ct) is not { } traces) return CommandLineVerbs.Unreadable;
        if (await ReadAllAsync(wish.References, errors, ct) is not { } references) return CommandLineVerbs.Unreadable;
        if (traces.All(t => t.Document is null)) return await CommandLineVerbs.SayAsync(
            errors, "Nothing could be read as a trace. lint says why.");
        var corpus = TraceScoring.Score(traces, references);
        if (wish.IsJson) await output.WriteLineAsync(JsonSerializer.Serialize(corpus, Json).AsMemory(), ct);
        else foreach (var line in ScoreTable.Lines(corpus)) await output.WriteLineAsync(line.Harmless());
        return 0;
    }

    private static async Task<ImmutableArray<TraceInput>?> ReadAllAsync(IEnumerable<string> files, TextWriter errors, CancellationToken ct)
    {
        var all = ImmutableArray.CreateBuilder<TraceInput>();
        foreach (var file in files)
        {
            if (await ReadFile.TryReadAsync(file, errors, ct, keepText: true) is not { } traces) return null;
            all.AddRange(traces);
        }
        return all.ToImmutable();
    }
}
