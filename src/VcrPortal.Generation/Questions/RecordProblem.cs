using System.Collections.Immutable;

namespace VcrPortal.Generation.Questions;

/// <summary>Why a record, or a whole file, could not be taken.</summary>
/// <param name="Index">The record's place in the file, from 0; null when the file as a whole is meant.</param>
/// <param name="Field">The field as the file writes it: <c>perturbations[0].known targets</c>; null when the record as a whole is
/// meant.</param>
/// <param name="Message">A sentence for people, without the hostile text itself.</param>
public sealed record RecordProblem(int? Index, string? Field, string Message)
{
    public override string ToString() =>
        Index is null ? Message : Field is null ? $"Record {Index}: {Message}" : $"Record {Index}, {Field}: {Message}";
}

/// <summary>What a file gave: the records that are sound, and what was wrong with the others.</summary>
public sealed record PerturbationRecords(ImmutableArray<PerturbationRecord> Records, ImmutableArray<RecordProblem> Problems)
{
    /// <summary>Which encoding was guessed, as the end of a sentence that begins with the file; else null.</summary>
    public string? Note { get; init; }

    /// <summary>What was read, where it came as a file.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; init; }
}
