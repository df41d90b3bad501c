using System.Collections.Immutable;
using System.Globalization;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>The file cannot be used; the message is a sentence for people.</summary>
internal sealed class PackUnreadableException(string sentence) : FormatException(sentence);

/// <summary>One row of a file of the pack, whose cells are asked for by the name of their column.</summary>
internal readonly record struct PackRow(string File, int Line, ImmutableArray<string> Columns, string[] Cells)
{
    /// <summary>Empty where the source says nothing.</summary>
    public string Text(string column) => Cells[Columns.IndexOf(column)];

    public string Required(string column) => Text(column) is { Length: > 0 } cell ? cell : throw Wrong(column, "is empty");

    public string? Optional(string column) => Text(column) is { Length: > 0 } cell ? cell : null;

    public ImmutableArray<string> List(string column) => [.. Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries)];

    public double Number(string column) => NumberIn(column, Required(column));

    public double? OptionalNumber(string column) => Optional(column) is { } cell ? NumberIn(column, cell) : null;

    public int Whole(string column) =>
        int.TryParse(Required(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Wrong(column, "is no whole number");

    /// <summary>+1, -1, or 0 for no direction.</summary>
    public int Sign(string column) => Required(column) switch
    {
        "1" => 1,
        "-1" => -1,
        "0" => 0,
        _ => throw Wrong(column, "is no sign"),
    };

    public PackUnreadableException Wrong(string column, string problem) =>
        new($"{File} is damaged: in line {Line}, {column} {problem}.");

    private double NumberIn(string column, string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw Wrong(column, "is no number");
}
