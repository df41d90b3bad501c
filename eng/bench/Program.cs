using VcrPortal.Bench;
using VcrPortal.Bench.Browse;

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
    ("people", PeopleBench.RunAsync),
    ("talk", TalkBench.RunAsync),
    ("review", ReviewBench.RunAsync),
    ("live", LiveBench.RunAsync),
    ("pages", PagesBench.RunAsync),
    ("cluster", ClusterBench.RunAsync)
];

List<Row> rows = [];
foreach (var (name, measure) in measurements)
    if (args.Length == 0 || args.Contains(name)) rows.AddRange(await measure());
Table.Print(rows);
