using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge.Snapshot;

public sealed class SnapshotTests : IDisposable
{
    private static readonly Statement Inhibits = new("S", EdgeKind.Regulates, -1, "WP1", "TBar", "PMID:1");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static KnowledgeDraft Draft(params (string From, string To)[] edges)
    {
        var draft = new KnowledgeDraft();
        draft.Add(new("S", "1", "CC0-1.0", "https://example.org"));
        foreach (var (from, to) in edges) draft.Edge(draft.Entity(EntityKind.Gene, from), draft.Entity(EntityKind.Gene, to), Inhibits);
        return draft;
    }

    private KnowledgeSnapshot Write(KnowledgeDraft draft, string name = "a.snapshot")
    {
        SnapshotWriter.Write(draft, _folder.File(name), CancellationToken.None);
        return KnowledgeSnapshot.Open(_folder.File(name));
    }

    [Fact]
    public void Open_WhatWasWritten_IsReadBack()
    {
        var draft = Draft(("BRAF", "MAP2K1"));
        var drug = draft.Entity(EntityKind.Compound, "Binimetinib", null, "PUBCHEM.COMPOUND:10288191");
        draft.Synonym(drug, "MEK162");
        draft.Attribute(drug, EntityAttribute.Mechanism, "MEK inhibitor");
        draft.Edge(drug, draft.Entity(EntityKind.Gene, "MAP2K1"), new Statement("S", EdgeKind.Targets, 0, "drug_metadata"));
        using var snapshot = Write(draft);

        var found = snapshot.Find(EntityKind.Compound, "Binimetinib")!.Value;
        Assert.Equal(new(found, EntityKind.Compound, "Binimetinib", "Binimetinib", "PUBCHEM.COMPOUND:10288191"), snapshot.Entity(found));
        Assert.Equal(["MEK162"], snapshot.Synonyms(found).AsEnumerable());
        Assert.Equal("MEK inhibitor", snapshot.Attribute(found, EntityAttribute.Mechanism));
        Assert.Null(snapshot.Attribute(found, EntityAttribute.Organ));
        Assert.Equal("MAP2K1", snapshot.KeyOf(Assert.Single(snapshot.From(found).ToArray()).Entity));

        var mek = snapshot.Find(EntityKind.Gene, "MAP2K1")!.Value;
        var incoming = snapshot.To(mek).ToArray().Select(e => (snapshot.KeyOf(e.Entity), snapshot.Statement(e.Statement))).ToList();
        Assert.Equal([("Binimetinib", new Statement("S", EdgeKind.Targets, 0, "drug_metadata")), ("BRAF", Inhibits)], incoming);
        Assert.Null(snapshot.Find(EntityKind.Gene, "Binimetinib"));
        Assert.Null(snapshot.Find(EntityKind.Gene, "braf"));
        Assert.Equal((3, 2, "CC0-1.0"), (snapshot.EntityCount, snapshot.EdgeCount, Assert.Single(snapshot.Datasets).Licence));
    }

    [Fact]
    public void Write_TheSameKnowledgeInAnotherOrder_GivesTheSameBytes()
    {
        (string, string)[] edges = [("A", "B"), ("B", "C"), ("\uD83E\uDDEC", "\uFFFD"), ("C", "A"), ("A", "C"), ("A", "B")];
        Write(Draft(edges), "a.snapshot").Dispose();
        Write(Draft([.. edges.Reverse()]), "b.snapshot").Dispose();
        Assert.Equal(File.ReadAllBytes(_folder.File("a.snapshot")), File.ReadAllBytes(_folder.File("b.snapshot")));
    }

    [Fact]
    public void From_AnyEdges_AreThoseThatWereAddedOnce() =>
        Prop.ForAll(Gen.ListOf(Gen.Zip(Gen.Choose(0, 12), Gen.Choose(0, 12))).ToArbitrary(), pairs =>
    {
        var edges = pairs.Select(p => (From: $"G{p.Item1}", To: $"G{p.Item2}")).ToList();
        using var snapshot = Write(Draft([.. edges]));
        var wanted = edges.Distinct().Order().ToList();
        var outgoing = snapshot.OfKind(EntityKind.Gene)
            .SelectMany(e => snapshot.From(e.Index).ToArray().Select(x => (e.Key, snapshot.KeyOf(x.Entity)))).Order();
        var incoming = snapshot.OfKind(EntityKind.Gene)
            .SelectMany(e => snapshot.To(e.Index).ToArray().Select(x => (snapshot.KeyOf(x.Entity), e.Key))).Order();
        return outgoing.SequenceEqual(wanted) && incoming.SequenceEqual(wanted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_Cancelled_LeavesNothingBehind()
    {
        Assert.ThrowsAny<OperationCanceledException>(
            () => SnapshotWriter.Write(Draft(("A", "B")), _folder.File("a.snapshot"), new CancellationToken(true)));
        Assert.Empty(Directory.EnumerateFiles(_folder.Place));
    }

    [Fact]
    public void Open_AnyByteChangedOrCutOff_IsOneSentence()
    {
        Write(Draft(("A", "B"), ("B", "C"))).Dispose();
        var sound = File.ReadAllBytes(_folder.File("a.snapshot"));
        // Between sections lie zeros that nobody reads.
        var silent = 0;
        foreach (var at in Enumerable.Range(0, sound.Length))
        {
            var damaged = sound.ToArray();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(_folder.File("b.snapshot"), damaged);
            try
            {
                KnowledgeSnapshot.Open(_folder.File("b.snapshot")).Dispose();
                silent++;
                Assert.Equal(0, sound[at]);
            }
            catch (SnapshotFormatException broken)
            {
                Assert.StartsWith("The knowledge snapshot b.snapshot", broken.Message, StringComparison.Ordinal);
            }
        }
        Assert.InRange(silent, 1, sound.Length / 2);
        foreach (var length in (int[])[0, 1, 31, 32, 200, sound.Length - 1])
        {
            File.WriteAllBytes(_folder.File("b.snapshot"), sound[..length]);
            Assert.Throws<SnapshotFormatException>(() => KnowledgeSnapshot.Open(_folder.File("b.snapshot")));
        }
    }

    [Fact]
    public void Open_OtherVersionOrNoSnapshot_SaysSo()
    {
        Write(Draft(("A", "B"))).Dispose();
        var bytes = File.ReadAllBytes(_folder.File("a.snapshot"));
        bytes[8] = 99;
        File.WriteAllBytes(_folder.File("b.snapshot"), bytes);
        Assert.Contains(
            "version 99", Assert.Throws<SnapshotFormatException>(() => KnowledgeSnapshot.Open(_folder.File("b.snapshot"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "is no snapshot",
            Assert.Throws<SnapshotFormatException>(() => KnowledgeSnapshot.Open(_folder.Write("c.snapshot", new string('x', 500)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Disposed_IsRefusedNotRead()
    {
        var snapshot = Write(Draft(("A", "B")));
        snapshot.Dispose();
        Assert.Throws<ObjectDisposedException>(() => snapshot.Entity(0));
    }

    [Fact]
    public void Folder_DamagedNewest_ServesTheOneBefore()
    {
        var folder = new SnapshotFolder(_folder.File("knowledge"));
        Assert.Null(folder.OpenNewest().Snapshot);
        using var first = folder.Write(Draft(("A", "B")), CancellationToken.None).Snapshot;
        using var second = folder.Write(Draft(("A", "B"), ("B", "C")), CancellationToken.None).Snapshot;
        Assert.NotEqual(first.Version, second.Version);
        File.WriteAllText(second.Path + "x", "");
        File.Move(second.Path + "x", second.Path, overwrite: true);
        var opened = folder.OpenNewest();
        using var old = opened.Snapshot;
        Assert.Equal(first.Version, old?.Version);
        Assert.Contains("is empty", Assert.Single(opened.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_TheSameAgain_WritesNothing_AndOnlyTwoAreKept()
    {
        var folder = new SnapshotFolder(_folder.File("knowledge"));
        Assert.True(Write("A").IsNew);
        var files = Directory.GetFiles(folder.Folder);
        Assert.False(Write("A").IsNew);
        Assert.Equal(files, Directory.GetFiles(folder.Folder));
        foreach (var name in (string[])["B", "C", "D"]) Write(name);
        Assert.Equal(
            ["knowledge-000003.snapshot", "knowledge-000004.snapshot"], Directory.GetFiles(folder.Folder).Select(Path.GetFileName).Order());

        (KnowledgeSnapshot Snapshot, bool IsNew) Write(string name)
        {
            var written = folder.Write(Draft((name, "Z")), CancellationToken.None);
            written.Snapshot.Dispose();
            return written;
        }
    }
}
