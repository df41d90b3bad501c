namespace VcrPortal.Generation.Tests.Knowledge;

internal static class Facts
{
    /// <summary>Like <c>Assert.Empty</c>, but names all that is wrong: a table is mended in one go.</summary>
    public static void None(IEnumerable<string> wrong)
    {
        var all = wrong.ToList();
        Assert.True(all.Count == 0, $"{all.Count} wrong:\n{string.Join('\n', all)}");
    }
}
