using VcrPortal.Evidence;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.IndependentEvidence;

/// <summary>The committed pack, against the public data that it is made from.</summary>
public class RebuiltPackTests
{
    private static readonly string Folder =
        Path.Combine(Path.GetDirectoryName(PackSourceFolder())!, "EvidencePack");

    /// <summary>Texts are compared: two machines may compress the same text to different bytes.</summary>
    [DataFact]
    public void Pack_BuiltAgainFromTheData_IsEqual()
    {
        var built = PackBuilder.Build(new EvidenceData(ReferenceData.Folder));
        Assert.Empty(built.Where(file => PackText.Read(Path.Combine(Folder, file.Name)) != file.Text).Select(file => file.Name));
        var expected = built.Select(f => f.Name).Append("ShareAlike/LICENSE.md").Order(StringComparer.Ordinal);
        var found = Files("*").Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'));
        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bytes_OfEqualTexts_AreEqualAndHoldNoTime()
    {
        var text = new PackText("a.tsv.gz", string.Concat(Enumerable.Repeat("gene\tA549\t1\n", 999)), 999);
        var bytes = text.Bytes();
        Assert.Equal(bytes, text.Bytes());
        Assert.Equal(new byte[4], bytes[4..8]);
    }

    [Fact]
    public void CommittedFiles_HoldNoTime() =>
        Assert.All(Files("*.gz"), file => Assert.Equal(new byte[4], File.ReadAllBytes(file)[4..8]));

    [Fact]
    public void Pack_IsNotLargerThanWasAgreed() =>
        Assert.InRange(Files("*").Sum(file => new FileInfo(file).Length), 300_000, 490_000);

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories);

    /// <summary>Found beside the starter pack, wherever that lies.</summary>
    private static string PackSourceFolder() =>
        Directory.EnumerateDirectories(Path.Combine(ReferenceData.Repository(), "src"), "StarterPack", SearchOption.AllDirectories)
            .Single();
}
