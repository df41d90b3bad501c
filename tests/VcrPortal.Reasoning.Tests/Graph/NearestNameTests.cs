using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Tests.Graph;

public class NearestNameTests
{
    private static readonly string[] Known = ["afatinib", "binimetinib", "erlotinib"];

    [Theory]
    [InlineData("binimitinib", "binimetinib")]
    [InlineData("Rlotinib", "erlotinib")]
    [InlineData("pinimetinib", "binimetinib")]
    public void Misspelt_IsFound(string written, string meant) => Assert.Equal(meant, NearestName.To(written, Known));

    [Fact]
    public void Near_IsWhatTheWholeTableOfDistancesSays()
    {
        var random = new Random(7);
        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => (char)('a' + random.Next(3))));
        for (var round = 0; round < 3_000; round++)
        {
            var (written, known) = (Word(), new[] { Word(), Word(), Word() });
            var far = Math.Max(1, written.Length / 3);
            var near = known.Select(name => (Name: name, Distance: Whole(written, name)))
                .Where(n => n.Distance <= far && (n.Distance <= 1 || n.Name[0] == written[0])).ToList();
            var best = near.Where(n => n.Distance == near.Min(o => o.Distance)).Select(n => n.Name).Distinct();
            Assert.Equal(best, NearestName.AllTo(written, known));
        }
    }

    private static int Whole(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0) { table[i, j] = i + j; continue; }
                table[i, j] = Math.Min(
                    table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        return table[a.Length, b.Length];
    }

    /// <summary>It is another compound, which these do not hold.</summary>
    [Fact]
    public void AnotherBeginning_AndOneMoreLetter_IsAnotherName() => Assert.Null(NearestName.To("imatinib", Known));
}
