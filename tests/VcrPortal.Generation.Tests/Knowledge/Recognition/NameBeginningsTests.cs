using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Tests.Knowledge.Recognition;

public class NameBeginningsTests
{
    private static readonly NameBeginnings<string> Names = new((string[])["mek inhibitor|mekinist", "erk|mek", "mekb", "braf", "meka|mekz"]
        is var items ? items.Select(i => (i, i.Split('|').ToImmutableArray())) : []);

    [Theory]
    [InlineData("mek", 9, "erk|mek, mek inhibitor|mekinist, mekb, meka|mekz")] // of this very name first, then in their order, each once
    [InlineData("mek", 2, "erk|mek, mek inhibitor|mekinist")]
    [InlineData("mek", 1, "erk|mek")]
    [InlineData("meki", 9, "mek inhibitor|mekinist")]
    [InlineData("b", 9, "braf")]
    [InlineData("z", 9, "")]
    [InlineData("a", 9, "")]
    [InlineData("", 9, "")]
    [InlineData("mek", 0, "")]
    public void Beginning_FindsTheExactOnesFirst(string typed, int most, string found) =>
        Assert.Equal(found, string.Join(", ", Names.Find(typed, most)));
}
