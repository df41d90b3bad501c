using System.Collections.Immutable;
using System.Text;
using static VcrPortal.Generation.Tables.DuckDbNative;

namespace VcrPortal.Generation.Tables;

/// <summary>
/// Rows as they come, one block of at most 2,048 in memory at a time. Cells are asked for by place and type; null cells give null. Types that are
/// not listed here (dates, decimals, lists) are cast in the statement.
/// </summary>
public sealed class TableRows : IDisposable
{
    private readonly DuckDbSession _session;
    private readonly CancellationToken _ct;
    private readonly ColumnType[] _types;
    private readonly nint[] _vectors;
    private Result _result;
    private ChunkHandle? _chunk;
    private int _row = -1;
    private int _rows;
    private bool _isOpen = true;

    private enum ColumnType { Boolean = 1, Int8, Int16, Int32, Int64, UInt8, UInt16, UInt32, UInt64, Float, Double, Text = 17 }

    internal TableRows(DuckDbSession session, Result result, CancellationToken ct)
    {
        (_session, _result, _ct) = (session, result, ct);
        var count = (int)duckdb_column_count(ref _result);
        Columns = [.. Enumerable.Range(0, count).Select(i => DuckDbNative.Text(duckdb_column_name(ref _result, (ulong)i)) ?? "")];
        _types = [.. Enumerable.Range(0, count).Select(i => (ColumnType)duckdb_column_type(ref _result, (ulong)i))];
        _vectors = new nint[count];
    }

    public ImmutableArray<string> Columns { get; }

    /// <summary>How many rows have been read, the current one included: its number, from 1.</summary>
    public long Number { get; private set; }

    /// <exception cref="DuckDbException">A later part of the file cannot be read.</exception>
    public bool Read()
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        while (++_row >= _rows)
            if (!NextChunk()) return false;
        Number++;
        return true;
    }

    private bool NextChunk()
    {
        _ct.ThrowIfCancellationRequested();
        _chunk?.Dispose();
        using (_session.InterruptOn(_ct)) _chunk = duckdb_fetch_chunk(_result);
        (_row, _rows) = (-1, 0);
        if (_chunk.IsInvalid)
        {
            _ct.ThrowIfCancellationRequested();
            return DuckDbNative.Text(duckdb_result_error(ref _result)) is { Length: > 0 } error ? throw DuckDbException.Of(error, "reading rows") : false;
        }
        _rows = (int)duckdb_data_chunk_get_size(_chunk);
        for (var i = 0; i < _vectors.Length; i++) _vectors[i] = duckdb_data_chunk_get_vector(_chunk, (ulong)i);
        return _rows > 0;
    }

    public unsafe bool IsNull(int column)
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        if (_row < 0 || _row >= _rows) throw new InvalidOperationException("There is no current row.");
        var validity = duckdb_vector_get_validity(_vectors[column]);
        return validity is not null && (validity[_row / 64] >> (_row % 64) & 1) == 0;
    }

    public unsafe string? Text(int column)
    {
        if (_types[column] != ColumnType.Text) throw Mismatch(column, "text");
        if (IsNull(column)) return null;
        var cell = (StringCell*)duckdb_vector_get_data(_vectors[column]) + _row;
        return Encoding.UTF8.GetString(cell->Length <= StringCell.Inline ? cell->Bytes : cell->Pointer, (int)cell->Length);
    }

    public unsafe long? Int64(int column)
    {
        if (IsNull(column)) return null;
        var data = duckdb_vector_get_data(_vectors[column]);
        return _types[column] switch
        {
            ColumnType.Int8 => ((sbyte*)data)[_row],
            ColumnType.Int16 => ((short*)data)[_row],
            ColumnType.Int32 => ((int*)data)[_row],
            ColumnType.Int64 => ((long*)data)[_row],
            ColumnType.UInt8 => ((byte*)data)[_row],
            ColumnType.UInt16 => ((ushort*)data)[_row],
            ColumnType.UInt32 => ((uint*)data)[_row],
            ColumnType.UInt64 => checked((long)((ulong*)data)[_row]),
            _ => throw Mismatch(column, "a whole number"),
        };
    }

    public unsafe double? Double(int column)
    {
        if (IsNull(column)) return null;
        return _types[column] switch
        {
            ColumnType.Float => ((float*)duckdb_vector_get_data(_vectors[column]))[_row],
            ColumnType.Double => ((double*)duckdb_vector_get_data(_vectors[column]))[_row],
            >= ColumnType.Int8 and <= ColumnType.UInt64 => Int64(column),
            _ => throw Mismatch(column, "a number"),
        };
    }

    public unsafe bool? Boolean(int column)
    {
        if (_types[column] != ColumnType.Boolean) throw Mismatch(column, "true or false");
        return IsNull(column) ? null : ((byte*)duckdb_vector_get_data(_vectors[column]))[_row] != 0;
    }

    private DuckDbException Mismatch(int column, string wanted) => new($"Column {Columns[column]} does not hold {wanted}.");

    public void Dispose()
    {
        if (!_isOpen) return;
        _isOpen = false;
        _chunk?.Dispose();
        duckdb_destroy_result(ref _result);
    }
}
