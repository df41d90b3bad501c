namespace VcrPortal.Generation.Knowledge;

/// <summary>A row of a knowledge table that cannot be read. The message names the file, the line (from 1) and the column.</summary>
public sealed class PackFormatException(string file, int line, string column, string problem)
    : FormatException($"{file}, line {line}, column {column}: {problem}")
{
    public string File { get; } = file;

    public int Line { get; } = line;

    /// <summary>The header of the column, or <c>row</c> where the row as a whole is wrong.</summary>
    public string Column { get; } = column;
}
