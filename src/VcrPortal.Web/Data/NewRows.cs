using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace VcrPortal.Web.Data;

/// <summary>Writes many rows that are new, none of which anybody tracks.</summary>
internal static class NewRows
{
    /// <summary>
    /// Within the caller's transaction. To SQLite, which is in this process, one prepared statement goes row after row; to a server the
    /// framework's batches go, for each of which is one round trip.
    /// </summary>
    public static async Task InsertAsync<T>(this PortalDb db, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        if (!db.Database.IsSqlite())
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            return;
        }
        var table = db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single();
        IColumnMapping[] columns = [.. table.ColumnMappings];
        Func<object, object?>[] values = [.. columns.Select(ValueOf)];
        using var insert = new SqliteStatement(db, StatementFor(table.Table, columns));
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < values.Length; i++) insert.Bind(i + 1, values[i](row));
            insert.Run();
        }
    }

    private static string StatementFor(ITableBase table, IColumnMapping[] columns) =>
        $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Column.Name}\""))}) "
        + $"VALUES ({string.Join(", ", columns.Select(_ => "?"))})";

    private static Func<object, object?> ValueOf(IColumnMapping column)
    {
        var getter = column.Property.GetGetter();
        return column.TypeMapping.Converter is { } converter
            ? row => converter.ConvertToProvider(getter.GetClrValue(row)) : getter.GetClrValue;
    }
}
