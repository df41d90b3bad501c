using System.Globalization;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;
using VcrPortal.Review;

// Reads what the embedded engine says over imported knowledge. Exit 0: done; 1: there is no knowledge, or a trace is not the one that was
// reviewed; 2: not understood.
const string usage = """
    usage: review coverage [gaps]           how much of what the starter pack's traces claim independent data could judge, by strength;
                                         gaps: what it could not judge, and why
           review explain COMPOUND LINE          one trace, over the starter pack
           review engines DATA_FOLDER            twenty records of VCR-Agent (its perturbations.json) in five ways of writing
           review KNOWLEDGE_FOLDER COMMAND   (KNOWLEDGE_FOLDER: where import keeps its snapshots)
      coverage [by-compound]   how far the explanations of all measured pairs come, and why no further
      verdicts                 how much of all measured pairs' claims independent data could judge, by strength
      compare                  starter pack and full knowledge, on all pairs of the pack
      traces REVIEW_FOLDER     the traces of docs/review with their hashes
      explain COMPOUND LINE    one trace
      fresh SEED               ten traces that reach an end, drawn by that seed, to be read claim by claim
      time                     CPU time of whole explanations
      engines DATA_FOLDER      twenty records of VCR-Agent (its perturbations.json) in five ways of writing
      synthetic FOLDER SEED    a made-up table of expression of every compound and gene in the first line, to be imported
    """;
if (args is ["coverage"] or ["coverage", "gaps"])
{
    var starter = StarterPack.Load();
    await VerdictCoverage.PrintAsync(
        GraphPipeline.Over(starter), from c in starter.Compounds from l in starter.CellLines select (c.Name, l.Name), Console.Out,
        args.Length == 2, CancellationToken.None);
    return 0;
}
if (args is ["explain", var drug, var cell])
{
    await (await ReviewedTrace.AskAsync(GraphPipeline.Over(StarterPack.Load()), drug, cell)).PrintAsync(Console.Out);
    return 0;
}
if (args is ["engines", var data])
{
    await WaysOfWriting.PrintAsync(InstalledKnowledge.From(StarterPack.Load()), data, Console.Out, CancellationToken.None);
    return 0;
}
if (args is not [var folder, .. var asked]) return Say(usage, 2);
using var snapshot = new SnapshotFolder(folder).OpenNewest().Snapshot;
if (snapshot is null) return Say($"There is no snapshot in {folder}. Run import first.", 1);
var pack = StarterPack.Load();
var knowledge = InstalledKnowledge.From(pack, snapshot);
switch (asked)
{
    case ["coverage"] or ["coverage", "by-compound"]:
        await Coverage.PrintAsync(knowledge, asked.Length == 2, Console.Out);
        return 0;
    case ["verdicts"]:
        await VerdictCoverage.PrintAsync(
            GraphPipeline.Over(knowledge),
            from c in knowledge.Base.Compounds from l in Coverage.MeasuredLines(snapshot) select (c.Name, l), Console.Out, false,
            CancellationToken.None);
        return 0;
    case ["compare"]:
        await Comparison.PrintAsync(pack, knowledge, Console.Out);
        return 0;
    case ["traces", var pages]:
        return await PrintReviewedAsync(pages);
    case ["explain", var compound, var line]:
        await (await ReviewedTrace.AskAsync(GraphPipeline.Over(knowledge), compound, line)).PrintAsync(Console.Out);
        return 0;
    case ["fresh", var drawn] when int.TryParse(drawn, NumberStyles.None, CultureInfo.InvariantCulture, out var chance):
        await FreshTraces.PrintAsync(
            GraphPipeline.Over(knowledge),
            from c in knowledge.Base.Compounds from l in Coverage.MeasuredLines(snapshot) select (c.Name, l), chance, Console.Out);
        return 0;
    case ["synthetic", var to, var seed] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var start):
        using (var session = DuckDbSession.Open(new DuckDbOptions(TempFolder: Path.Combine(to, "tmp"))))
            SyntheticExpression.Write(
                session, Path.Combine(Directory.CreateDirectory(to).FullName, SyntheticExpression.Name), Made(), long.MaxValue / 2, start);
        return 0;
    case ["engines", var asData]:
        await WaysOfWriting.PrintAsync(knowledge, asData, Console.Out, CancellationToken.None);
        return 0;
    case ["time"]:
        await Timing.PrintAsync(knowledge, Console.Out);
        return 0;
    default:
        return Say(usage, 2);
}

async Task<int> PrintReviewedAsync(string pages)
{
    var (engine, changed) = (GraphPipeline.Over(knowledge), 0);
    foreach (var page in ReviewFolder.Read(pages))
    {
        var trace = await ReviewedTrace.AskAsync(engine, page.Compound, page.Line);
        await trace.PrintAsync(Console.Out);
        if (trace.Graph.RevisionHash == page.Hash) continue;
        changed++;
        Console.Error.WriteLine($"{page.File} reviews {page.Hash}, and the engine gives {trace.Graph.RevisionHash} today. Read it again.");
    }
    return changed == 0 ? 0 : 1;
}

ExpressionNames Made() =>
    new([.. knowledge.Base.Compounds.Select(c => c.SourceRow)], [.. Coverage.MeasuredLines(snapshot).Take(1)],
        [.. knowledge.Base.Genes.Select(g => g.Symbol)]);

static int Say(string sentence, int code)
{
    Console.Error.WriteLine(sentence);
    return code;
}
