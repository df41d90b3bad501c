using System.IO.Compression;
using System.Text;
using VcrPortal.Generation.IndependentEvidence;

namespace VcrPortal.Generation.Tests.IndependentEvidence;

/// <summary>A file that cannot be used is named in a sentence, its source is silent, and the rest goes on.</summary>
public class DamagedPackTests
{
    private const string File = PackFiles.NciPidEdges;

    [Fact]
    public void MissingFile_IsNamed_AndTheRestIsRead() => AssertOnlyEdgesAreGone(With(null), $"{File} is missing.");

    [Theory]
    [InlineData(0.2), InlineData(0.5), InlineData(0.9), InlineData(0.999)]
    public void FileCutOff_IsNamed_AndNoneOfItsRowsAreUsed(double kept)
    {
        var whole = Bytes(File);
        AssertOnlyEdgesAreGone(With(whole[..(int)(whole.Length * kept)]), $"{File} is damaged: ");
    }

    [Fact]
    public void EmptyFile_IsNamed() => AssertOnlyEdgesAreGone(With([]), $"{File} is damaged: ");

    [Fact]
    public void FileThatIsNoGzip_IsNamed() => AssertOnlyEdgesAreGone(With("source\ttarget"u8.ToArray()), $"{File} is damaged: ");

    [Fact]
    public void FlippedBytes_AreNamed()
    {
        var bytes = Bytes(File);
        for (var i = bytes.Length / 2; i < bytes.Length / 2 + 16; i++) bytes[i] ^= 0x55;
        AssertOnlyEdgesAreGone(With(bytes), $"{File} is damaged: ");
    }

    [Fact]
    public void NewerFile_IsNamedWithBothFormats() => AssertOnlyEdgesAreGone(
        Edited("# format: 1\n", "# format: 2\n"), $"{File} is newer than this program: it has format 2, and formats up to 1 are read.");

    [Theory]
    [InlineData("# rows: 6368\n", "# rows: 6369\n", "it holds 6368 of 6369 rows")]
    [InlineData("# licence: BSD-3-Clause\n", "", "its header does not say its licence")]
    [InlineData("# format: 1\n", "# format: one\n", "its format is no number")]
    [InlineData("source\ttarget\tsign", "target\tsource\tsign", "its columns must begin with source, target, sign, kind, pubmed")]
    [InlineData("A1BG\tAKT1\t1\tactivity", "A1BG\tAKT1\t2\tactivity", "in line 13, sign is no sign")]
    [InlineData("A1BG\tAKT1\t1\tactivity", "A1BG\tAKT1\t1\tguess", "in line 13, kind is neither activity nor expression")]
    [InlineData("A1BG\tAKT1\t1\tactivity", "\tAKT1\t1\tactivity", "in line 13, source is empty")]
    [InlineData("A1BG\tAKT1\t1\tactivity", "A1BG\tAKT1\tactivity", "line 13 has 4 cells, and there are 5 columns")]
    public void WrongText_IsNamedWithItsPlace(string right, string wrong, string said) =>
        AssertOnlyEdgesAreGone(Edited(right, wrong), $"{File} is damaged: {said}.");

    [Fact]
    public void EveryFileMissing_GivesAnEmptyPackThatAnswersNothing()
    {
        var (pack, problems) = EvidencePack.Load(_ => null);
        Assert.Equal(15, problems.Length);
        Assert.Empty(pack.Sources);
        Assert.Empty(pack.Drugs.ActionsOf("Trametinib"));
        Assert.Null(pack.Lines.Expression("ESR1", "A549"));
        Assert.Null(pack.Footprints.Find("MAPK", "DUSP6"));
    }

    [Fact]
    public void NamesMissing_LeavesWhatHasTheVeryName()
    {
        var (pack, problems) = EvidencePack.Load(file => file == PackFiles.Compounds ? null : PackFiles.OpenEmbedded(file));
        Assert.Equal(PackFiles.Compounds, Assert.Single(problems).File);
        Assert.NotEmpty(pack.Drugs.ActionsOf("Trametinib"));
        Assert.Empty(pack.Drugs.ActionsOf("GSK1120212"));
    }

    private static void AssertOnlyEdgesAreGone(LoadedEvidence loaded, string sentence)
    {
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal(File, problem.File);
        Assert.StartsWith(sentence, problem.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Sentence, StringComparison.Ordinal);
        Assert.Empty(loaded.Pack.Steps.All);
        Assert.Null(loaded.Pack.Source(File));
        Assert.Equal(14, loaded.Pack.Sources.Length);
        Assert.NotEmpty(loaded.Pack.Processes.AllControls);
        Assert.NotEmpty(loaded.Pack.Footprints.All);
    }

    private static LoadedEvidence With(byte[]? bytes) =>
        EvidencePack.Load(file => file != File ? PackFiles.OpenEmbedded(file) : bytes is null ? null : new MemoryStream(bytes));

    private static LoadedEvidence Edited(string right, string wrong)
    {
        using var text = new StreamReader(new GZipStream(PackFiles.OpenEmbedded(File)!, CompressionMode.Decompress));
        var edited = text.ReadToEnd();
        Assert.Contains(right, edited, StringComparison.Ordinal);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(edited.Replace(right, wrong, StringComparison.Ordinal)));
        return With(packed.ToArray());
    }

    private static byte[] Bytes(string file)
    {
        using var bytes = new MemoryStream();
        using (var stream = PackFiles.OpenEmbedded(file)!) stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
