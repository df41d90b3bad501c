namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>What a file of the evidence pack says of itself: whose facts it holds, and under which licence they are handed on.</summary>
/// <param name="File">Its name: <c>nci-pid-edges.tsv.gz</c>.</param>
/// <param name="Format">The format of the file; a program reads its own format and older ones.</param>
/// <param name="Source">The source's name, as an evidence row and the About page give it.</param>
/// <param name="Version">The version of the source, with the place that it was taken from.</param>
/// <param name="Attribution">Whom the licence asks to be named.</param>
/// <param name="MadeBy">The program that makes the file.</param>
/// <param name="Taken">Which rows were taken, and how columns are to be read.</param>
/// <param name="Rows">How many rows the file must hold: fewer, and it is cut off.</param>
public sealed record PackHeader(
    string File, int Format, string Source, string Version, string Licence, string Attribution, string Url, string MadeBy,
    string Taken, int Rows)
{
    /// <summary>The newest format that this program reads.</summary>
    public const int NewestFormat = 1;

    /// <summary>The licence asks that what is made from the file be shared alike.</summary>
    public bool IsShareAlike => Licence.StartsWith("CC BY-SA", StringComparison.Ordinal);
}

/// <summary>A file of the pack that cannot be used: its source is silent, and the rest goes on.</summary>
/// <param name="Sentence">What is wrong, for people.</param>
public sealed record PackProblem(string File, string Sentence);
