using System.Runtime.InteropServices;

namespace VcrPortal.Generation.Tables;

/// <summary>The part of DuckDB's C interface that is used: its names, its meanings. States are 0 for success.</summary>
internal static partial class DuckDbNative
{
    private const string Library = DuckDbLibrary.Name;

    public const int Success = 0;

    /// <summary>A result is passed by value to one function, so its size is part of the interface.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Result
    {
        private readonly ulong _columns, _rows, _changed;
        private readonly nint _columnData, _error;
        private readonly nint _internal;
    }

    /// <summary>Texts of up to 12 bytes stand in the vector itself; of longer ones the pointer follows length and prefix.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    public unsafe struct StringCell
    {
        public const int Inline = 12;
        [FieldOffset(0)] public uint Length;
        [FieldOffset(4)] public fixed byte Bytes[Inline];
        [FieldOffset(8)] public byte* Pointer;
    }

    [LibraryImport(Library)] public static partial int duckdb_create_config(out ConfigHandle config);
    [LibraryImport(Library)] public static partial void duckdb_destroy_config(ref nint config);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int duckdb_set_config(ConfigHandle config, string name, string option);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int duckdb_open_ext(string? path, out DatabaseHandle database, ConfigHandle config, out nint error);
    [LibraryImport(Library)] public static partial void duckdb_close(ref nint database);
    [LibraryImport(Library)] public static partial void duckdb_free(nint memory);
    [LibraryImport(Library)] public static partial int duckdb_connect(DatabaseHandle database, out ConnectionHandle connection);
    [LibraryImport(Library)] public static partial void duckdb_disconnect(ref nint connection);
    [LibraryImport(Library)] public static partial void duckdb_interrupt(ConnectionHandle connection);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int duckdb_prepare(ConnectionHandle connection, string sql, out StatementHandle statement);
    [LibraryImport(Library)] public static partial nint duckdb_prepare_error(StatementHandle statement);
    [LibraryImport(Library)] public static partial void duckdb_destroy_prepare(ref nint statement);
    [LibraryImport(Library)] public static partial ulong duckdb_nparams(StatementHandle statement);
    [LibraryImport(Library)] public static unsafe partial int duckdb_bind_varchar_length(StatementHandle statement, ulong index, byte* value, ulong length);
    [LibraryImport(Library)] public static partial int duckdb_bind_int64(StatementHandle statement, ulong index, long value);
    [LibraryImport(Library)] public static partial int duckdb_bind_double(StatementHandle statement, ulong index, double value);
    [LibraryImport(Library)] public static partial int duckdb_bind_boolean(StatementHandle statement, ulong index, [MarshalAs(UnmanagedType.U1)] bool value);
    [LibraryImport(Library)] public static partial int duckdb_bind_null(StatementHandle statement, ulong index);
    [LibraryImport(Library)] public static partial int duckdb_execute_prepared_streaming(StatementHandle statement, out Result result);

    [LibraryImport(Library)] public static partial nint duckdb_result_error(ref Result result);
    [LibraryImport(Library)] public static partial void duckdb_destroy_result(ref Result result);
    [LibraryImport(Library)] public static partial ulong duckdb_column_count(ref Result result);
    [LibraryImport(Library)] public static partial nint duckdb_column_name(ref Result result, ulong column);
    [LibraryImport(Library)] public static partial int duckdb_column_type(ref Result result, ulong column);
    [LibraryImport(Library)] public static partial ChunkHandle duckdb_fetch_chunk(Result result);
    [LibraryImport(Library)] public static partial void duckdb_destroy_data_chunk(ref nint chunk);
    [LibraryImport(Library)] public static partial ulong duckdb_data_chunk_get_size(ChunkHandle chunk);
    [LibraryImport(Library)] public static partial nint duckdb_data_chunk_get_vector(ChunkHandle chunk, ulong column);
    [LibraryImport(Library)] public static unsafe partial void* duckdb_vector_get_data(nint vector);
    [LibraryImport(Library)] public static unsafe partial ulong* duckdb_vector_get_validity(nint vector);

    /// <summary>A text that DuckDB keeps.</summary>
    public static string? Text(nint utf8) => Marshal.PtrToStringUTF8(utf8);
}

/// <summary>Owns one object of DuckDB; a pointer of 0 owns nothing.</summary>
internal abstract class DuckDbHandle() : SafeHandle(0, ownsHandle: true)
{
    public sealed override bool IsInvalid => handle == 0;
}

internal sealed class ConfigHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.duckdb_destroy_config(ref handle);
        return true;
    }
}

internal sealed class DatabaseHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.duckdb_close(ref handle);
        return true;
    }
}

internal sealed class ConnectionHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.duckdb_disconnect(ref handle);
        return true;
    }
}

internal sealed class StatementHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.duckdb_destroy_prepare(ref handle);
        return true;
    }
}

internal sealed class ChunkHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.duckdb_destroy_data_chunk(ref handle);
        return true;
    }
}
