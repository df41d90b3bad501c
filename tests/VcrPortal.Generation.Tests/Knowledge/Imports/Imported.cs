using System.IO.Compression;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge.Imports;

/// <summary>Small files made by hand, imported one by one into one draft.</summary>
internal sealed class Imported : IDisposable
{
    private readonly TempFolder _folder = new();
    private KnowledgeSnapshot? _snapshot;

    public KnowledgeDraft Draft { get; } = new();

    public void Dispose()
    {
        _snapshot?.Dispose();
        _folder.Dispose();
    }

    public SourceFile File(string name, string text) => new(name, _folder.Write(name, text), "0123456789abcdef");

    public SourceFile Zip(string name, params (string Entry, string Text)[] entries)
    {
        using (var archive = ZipFile.Open(_folder.File(name), ZipArchiveMode.Create))
            foreach (var (entry, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
                writer.Write(text);
            }
        return new(name, _folder.File(name), "0123456789abcdef");
    }

    public FileOutcome Add(SourceFile file, Action<KnowledgeDraft, SourceFile, ImportCounts, CancellationToken> add)
    {
        var counts = new ImportCounts(file.Name);
        add(Draft, file, counts, CancellationToken.None);
        return counts.Outcome("test");
    }

    /// <summary>"A Regulates -1 B TBar" for each edge, sorted.</summary>
    public IEnumerable<string> Edges()
    {
        var snapshot = Snapshot();
        return Enumerable.Range(0, snapshot.EntityCount).SelectMany(i => snapshot.From(i).ToArray().Select(e => (From: i, Edge: e)))
            .Select(p => (p.From, p.Edge, Said: snapshot.Statement(p.Edge.Statement)))
            .Select(p =>
                ($"{snapshot.KeyOf(p.From)} {p.Said.Kind} {p.Said.Sign:+0;-0;0} {snapshot.KeyOf(p.Edge.Entity)} "
                    + $"{p.Said.Detail} {p.Said.Reference}").TrimEnd()).Order(StringComparer.Ordinal);
    }

    public KnowledgeSnapshot Snapshot()
    {
        _snapshot?.Dispose();
        SnapshotWriter.Write(Draft, _folder.File("s.snapshot"), CancellationToken.None);
        return _snapshot = KnowledgeSnapshot.Open(_folder.File("s.snapshot"));
    }
}
