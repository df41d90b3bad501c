using System.Collections.Frozen;
using System.Collections.Immutable;
using DuckDB.NET.Data;

namespace VcrPortal.Generation.Tables;

/// <summary>
/// Rows as they come, one block of at most 2,048 in memory at a time. Cells are asked for by place and type; null cells give null. Types
/// that are not listed here (dates, decimals, lists) are cast in the statement.
/// </summary>
public sealed class TableRows : IDisposable
{
    private static readonly FrozenSet<Type> Whole =
        [typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)];

    private const int MostAttempts = 5;

    private readonly DuckDBCommand _command;
    private readonly DuckDBDataReader _reader;
    private readonly Interruption? _interruption;
    private readonly ImmutableArray<Type> _types;
    private readonly CancellationToken _ct;

    /// <summary>Starts the command, and owns it.</summary>
    internal TableRows(DuckDBCommand command, CancellationToken ct)
    {
        (_command, _ct) = (command, ct);
        _interruption = ct.CanBeCanceled ? new(command, ct) : null;
        try
        {
            _reader = command.ExecuteReader();
        }
        catch (Exception failure)
        {
            var said = Said(failure, "running a statement");
            _interruption?.Dispose();
            command.Dispose();
            throw said;
        }
        Columns = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName)];
        _types = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetFieldType)];
    }

    public ImmutableArray<string> Columns { get; }

    /// <summary>How many rows have been read, the current one included: its number, from 1.</summary>
    public long Number { get; private set; }

    /// <exception cref="DuckDbException">A later part of the file cannot be read.</exception>
    public bool Read()
    {
        ObjectDisposedException.ThrowIf(_reader.IsClosed, this);
        _ct.ThrowIfCancellationRequested();
        try
        {
            if (!_reader.Read()) return false;
        }
        catch (Exception failure) when (failure is DuckDBException or OperationCanceledException)
        {
            throw Said(failure, "reading rows");
        }
        Number++;
        return true;
    }

    public bool IsNull(int column)
    {
        ObjectDisposedException.ThrowIf(_reader.IsClosed, this);
        return _reader.IsDBNull(column);
    }

    public string? Text(int column) =>
        _types[column] != typeof(string) ? throw Mismatch(column, "text") : IsNull(column) ? null : _reader.GetString(column);

    public long? Int64(int column)
    {
        if (IsNull(column)) return null;
        return Whole.Contains(_types[column]) ? _reader.GetFieldValue<long>(column) : throw Mismatch(column, "a whole number");
    }

    public double? Double(int column)
    {
        if (IsNull(column)) return null;
        var isNumber = _types[column] == typeof(double) || _types[column] == typeof(float) || Whole.Contains(_types[column]);
        return isNumber ? _reader.GetFieldValue<double>(column) : throw Mismatch(column, "a number");
    }

    public bool? Boolean(int column) =>
        _types[column] != typeof(bool) ? throw Mismatch(column, "true or false") : IsNull(column) ? null : _reader.GetBoolean(column);

    private DuckDbException Mismatch(int column, string wanted) => new($"Column {Columns[column]} does not hold {wanted}.");

    /// <summary>What ends after it was cancelled was cancelled, whatever DuckDB calls it.</summary>
    private Exception Said(Exception failure, string doing) =>
        _ct.IsCancellationRequested ? new OperationCanceledException(failure.Message, failure, _ct)
        : failure is OperationCanceledException ? Heard(doing)
        : failure is DuckDBException reported ? DuckDbException.From(reported, doing)
        : failure;

    /// <summary>Where one of DuckDB's threads fails it interrupts the others, and now and then only the interruption is told. Nobody has
    /// cancelled, so the statement is run again until it says what is wrong.</summary>
    private DuckDbException Heard(string doing)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            try
            {
                using var again = _command.ExecuteReader();
                while (again.Read()) _ct.ThrowIfCancellationRequested();
            }
            catch (DuckDBException reported)
            {
                return DuckDbException.From(reported, doing);
            }
            catch (OperationCanceledException) when (!_ct.IsCancellationRequested) { }
        }
        return new($"DuckDB stopped while {doing}, and did not say why.");
    }

    public void Dispose()
    {
        _interruption?.Dispose();
        _reader.Dispose();
        _command.Dispose();
    }
}
