using Snapshooter;
using Snapshooter.Xunit;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Json;

namespace VcrPortal.Reasoning.Tests.Exports;

/// <summary>Programs of other people read these forms: a change shows in the committed files and is meant.</summary>
public class ExportSnapshotTests
{
    public static TheoryData<string> Formats => new(ExportFormat.All.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Export_OfOneGraph_IsWhatIsCommitted(string format)
    {
        var document = new TraceDocument(
            SmallGraph.Graph, SmallGraph.Graph.Problems(), SmallGraph.Verdicts,
            [new("MAP2K1", new("HGNC", "6840")), new("binimetinib", new("PUBCHEM.COMPOUND", "10288191"))],
            new("VCT1", 2, "Binimetinib in C32", "graph-reasoner", new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero)));

        Snapshot.Match(ExportFormat.Find(format)!.Write(document), SnapshotNameExtension.Create(format));
    }
}
