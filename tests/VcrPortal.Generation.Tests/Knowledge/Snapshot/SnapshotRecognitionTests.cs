using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge.Snapshot;

/// <summary>Names out of a snapshot are found exactly where the automaton over the same names finds them.</summary>
public sealed class SnapshotRecognitionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly KnowledgeBase _pack = StarterPack.Load();
    private readonly KnowledgeSnapshot _snapshot;
    private readonly EntityRecognizer _recognizer;

    public SnapshotRecognitionTests()
    {
        var draft = new KnowledgeDraft();
        StarterPackEntities.Add(draft, _pack);
        SnapshotWriter.Write(draft, _folder.File("a.snapshot"), CancellationToken.None);
        _snapshot = KnowledgeSnapshot.Open(_folder.File("a.snapshot"));
        _recognizer = new(_snapshot);
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Recognize_EveryNameOfThePack_LikeTheAutomaton()
    {
        var automaton = new EntityRecognizer(_pack);
        foreach (
            var name in _pack.Genes.SelectMany(g => g.Synonyms.Prepend(g.Symbol))
            .Concat(_pack.Compounds.SelectMany(c => c.Synonyms.Prepend(c.Name)))
            .Concat(_pack.Groups.SelectMany(g => g.Synonyms.Prepend(g.Name))).Concat(_pack.CellLines.Select(l => l.Name))
                .Concat(_pack.Phenotypes.Select(p => p.Name)))
        {
            var text = $"{name}, ({name.ToLowerInvariant()}) and {name}s; x{name}";
            Assert.Equal(automaton.Recognize(text).AsEnumerable(), _recognizer.Recognize(text));
            Assert.Equal(automaton.Match(name), _recognizer.Match(name));
        }
    }

    [Fact]
    public void Recognize_AnyText_LikeTheAutomaton()
    {
        var automaton = new EntityRecognizer(_pack);
        Prop.ForAll(
            Gen.ListOf(
            Gen.Elements(
            "BRAF", "TGF-", "\u03B2", "beta", "TGF", " ", "-", "MEK", "1/2", "/", "cell", "survival", "and", "proliferation", ".", "x",
            "C32", "\uD83E\uDDEC",
                "\n", "PI", "3K", "NF", "\u03BA", "B", "IFN", "a", "mTORC", "1", "HDAC", "met", "MET")).Select(string.Concat).ToArbitrary(),
            text => automaton.Recognize(text).SequenceEqual(_recognizer.Recognize(text))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("A"), InlineData("MEK "), InlineData("cell survival an "), InlineData("-"), InlineData("\u03B2 "), InlineData("a-"),
        InlineData("1 a ")]
    public void Recognize_OneLineOfAMegabyte_LikeTheAutomaton(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length));
        Assert.Equal(new EntityRecognizer(_pack).Recognize(text).Length, _recognizer.Recognize(text).Length);
    }
}
