using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>A trace that is not here, and the rows that it becomes.</summary>
internal sealed record FreshTrace(ImportedTrace From, TraceRows Rows);

/// <summary>Some hundred records of a file.</summary>
/// <param name="Records">How many, with those that were lost.</param>
/// <param name="Lost">Those that could not be read.</param>
/// <param name="Notes">One about each of them, with its place.</param>
internal sealed record ImportPiece(int Records, int Lost, ImmutableArray<string> Notes, ImmutableArray<ImportedTrace> Traces)
{
    /// <summary>Records of one transaction: some megabytes.</summary>
    public const int Size = 200;

    /// <summary>Those of the traces that are not here yet.</summary>
    public ImmutableArray<FreshTrace> Fresh { get; init; } = [];

    /// <summary>The counts after this piece.</summary>
    /// <param name="stored">What was new of it.</param>
    public TraceImportCounts AddTo(TraceImportCounts counts, TraceFileToImport file, ImmutableArray<FreshTrace> stored)
    {
        var repairs = stored.Where(t => t.From.Repairs is not null).ToList();
        counts = counts with
        {
            Read = counts.Read + Records,
            Lost = counts.Lost + Lost,
            Added = counts.Added + stored.Length,
            Known = counts.Known + Traces.Length - stored.Length,
            Repaired = counts.Repaired + repairs.Count,
        };
        return Notes.Concat(repairs.Select(t => $"{file.Name}, {t.From.Place}: {t.From.Repairs}"))
            .Aggregate(counts, (all, note) => all.Note(note));
    }

    /// <summary>Reads the explanations of these records.</summary>
    public static ImportPiece From(TraceFileToImport file, FileRecord[] records, PrimitiveVocabulary vocabulary)
    {
        var (notes, traces) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<ImportedTrace>(records.Length));
        foreach (var record in records)
            if (Make(file, record, vocabulary, out var lost) is { } trace) traces.Add(trace);
            else notes.Add($"{file.Name}, {record.Place}: {lost}");
        return new(records.Length, notes.Count, notes.ToImmutable(), traces.ToImmutable());
    }

    private static ImportedTrace? Make(TraceFileToImport file, FileRecord record, PrimitiveVocabulary vocabulary, out string lost)
    {
        lost = "it holds no step of an explanation. Look at its column explain.";
        if (record is FileRecord.Lost(_, var problem)) lost = problem;
        return record is FileRecord.Trace(var place, var written)
            ? ImportedTrace.From(place, written, $"{file.Name}, {place}", vocabulary) : null;
    }
}
