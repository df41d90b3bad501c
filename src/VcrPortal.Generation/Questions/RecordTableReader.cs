using System.Collections.Immutable;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Imports;

namespace VcrPortal.Generation.Questions;

/// <summary>
/// Reads questions from a table as spreadsheets save it, one in a row: <c>compound,cell line,dose,time</c>, parted by commas, semicolons or
/// tabs, in any order of columns. A row that names nothing is reported by its line, and the rest goes on.
/// </summary>
public static class RecordTableReader
{
    private static readonly char[] Delimiters = [',', ';', '\t'];
    private static readonly string[] Compound = ["compound", "drug", "perturbation", "treatment", "name"];
    private static readonly string[] Gene = ["gene", "gene symbol"];
    private static readonly string[] Edit = ["edit", "gene edit"];
    private static readonly string[] Line = ["cell line", "cellline", "line", "cell", "cells", "cell type", "cell name"];
    private static readonly string[] Dose = ["dose", "concentration"];
    private static readonly string[] Time = ["time", "duration"];

    /// <summary>Whether the first line names a column of compounds or of genes. JSON never does: it begins with a bracket.</summary>
    public static bool IsTable(string text) => FindHeader(text) is not null;

    public static PerturbationRecords Read(string text, CancellationToken ct)
    {
        if (FindHeader(text) is not var (delimiter, cells)) return new([], [new(null, null, "The first line names no columns.")]);
        var fields = ((string[][])[Compound, Gene, Edit, Line, Dose, Time])
            .Select(names => cells.FirstOrDefault(cell => names.Contains(Plain(cell)))).ToArray();
        string[] columns = [.. fields.OfType<string>().Distinct()];
        var places = fields.Select(field => field is null ? -1 : Array.IndexOf(columns, field)).ToArray();
        var (records, problems) = (ImmutableArray.CreateBuilder<PerturbationRecord>(), ImmutableArray.CreateBuilder<RecordProblem>());
        try
        {
            using var table = DelimitedReader.WithHeader("The table", new StringReader(text), delimiter, columns);
            for (var index = 0; table.Read(); index++)
            {
                ct.ThrowIfCancellationRequested();
                if (index >= RecordLimits.Records)
                {
                    problems.Add(new(null, null, $"The table holds more than {RecordLimits.Records} rows; the rest is not read."));
                    break;
                }
                if (Problem(table, places) is { } problem) problems.Add(new(index, null, $"Line {table.Line}: {problem}"));
                else records.Add(RecordOf(table, places, index));
            }
        }
        catch (ImportException e)
        {
            problems.Add(new(null, null, e.Message));
        }
        return new(records.ToImmutable(), problems.ToImmutable());
    }

    private static string? Problem(DelimitedReader table, int[] places)
    {
        if (Cell(table, places[0]) is null && Cell(table, places[1]) is null) return "it names neither a compound nor a gene.";
        if (Cell(table, places[4]) is { } dose && !WrittenQuantity.IsDose(dose)) return "its dose cannot be read. Write it like 5 µM.";
        if (Cell(table, places[5]) is { } time && !WrittenQuantity.IsTime(time)) return "its time cannot be read. Write it like 24 h.";
        return places.Any(p => Cell(table, p)?.Length > RecordLimits.Name) ? $"a cell has more than {RecordLimits.Name} characters." : null;
    }

    private static PerturbationRecord RecordOf(DelimitedReader table, int[] places, int index)
    {
        var (compound, gene, time) = (Cell(table, places[0]), Cell(table, places[1]), Cell(table, places[5]));
        var perturbation = compound is not null
            ? new Perturbation(PerturbationKind.Chemical, compound, Dose: Cell(table, places[4]), Time: time)
            : new Perturbation(PerturbationKind.Genetic, GeneSymbol: gene, GeneEdit: Cell(table, places[2]) ?? "knockout", Time: time);
        return new([new CellContext(Cell(table, places[3]))], [perturbation], index);
    }

    private static string? Cell(DelimitedReader table, int place) => place < 0 ? null : table.Optional(place);

    private static (char Delimiter, string[] Cells)? FindHeader(string text)
    {
        var line = text.AsSpan().TrimStart();
        if (line.IsEmpty || line[0] is '{' or '[') return null;
        var end = line.IndexOfAny('\r', '\n');
        var header = (end < 0 ? line : line[..end]).ToString();
        foreach (var delimiter in Delimiters)
            if (TableHeader.Cells(header, delimiter) is var cells && cells.Any(c => Compound.Contains(Plain(c)) || Gene.Contains(Plain(c))))
                return (delimiter, cells);
        return null;
    }

    private static string Plain(string cell) => cell.Replace('_', ' ').ToLowerInvariant();
}
