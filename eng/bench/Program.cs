using VcrPortal.Bench;

// Each measurement runs beside its baseline, where it has one, in this one process or run. Ratios travel between machines; times do not.
List<Row> rows = [];
rows.AddRange(ReadingBench.Run());
rows.AddRange(await LayoutBench.RunAsync());
rows.AddRange(await StarterJobBench.RunAsync());
Table.Print(rows);
