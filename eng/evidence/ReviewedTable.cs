namespace VcrPortal.Evidence;

/// <summary>A small table that was reviewed by hand and lies beside this program: comments, a line of column names, rows.</summary>
internal static class ReviewedTable
{
    /// <summary>The rows without the line of names.</summary>
    public static List<string[]> Rows(string name)
    {
        using var table = new StreamReader(typeof(ReviewedTable).Assembly.GetManifestResourceStream(name)!);
        return [.. table.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'))];
    }
}
