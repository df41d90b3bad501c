using VcrPortal.Bench;
using VcrPortal.Bench.Browse;
using VcrPortal.Bench.Reading;
using VcrPortal.Bench.Running;

// Each measurement runs beside its baseline, where it has one, in this one process or run. Ratios travel between machines; times do not.
(string Name, Func<Task<IReadOnlyList<Row>>> Measure)[] measurements =
[
    ("reading", () => Task.FromResult(ReadingBench.Run())),
    ("corpus", CorpusBench.RunAsync),
    ("layout", LayoutBench.RunAsync),
    ("logic", () => Task.FromResult(LogicBench.Run())),
    ("knowledge", KnowledgeBench.RunAsync),
    ("expression", ExpressionBench.RunAsync),
    ("job", StarterJobBench.RunAsync),
    ("agents", AgentsBench.RunAsync),
    ("batch", BatchBench.RunAsync),
    ("browse", BrowseBench.RunAsync),
    ("import", BrowseBench.ImportAsync), // stands in browse too, so that it is measured only where it is named
    ("people", PeopleBench.RunAsync),
    ("talk", TalkBench.RunAsync),
    ("review", ReviewBench.RunAsync),
    ("live", LiveBench.RunAsync),
    ("pages", PagesBench.RunAsync),
    ("cluster", ClusterBench.RunAsync)
];

List<Row> rows = [];
foreach (var (name, measure) in measurements)
    if (args.Contains(name) || (args.Length == 0 && name != "import")) rows.AddRange(await measure());
Table.Print(rows);
