using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

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
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = StatementFor(table.Table, columns);
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            insert.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) insert.Parameters[i].Value = ValueOf(row, columns[i]) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    private static string StatementFor(ITableBase table, IColumnMapping[] columns) =>
        $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Column.Name}\""))}) "
        + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";

    private static object? ValueOf(object row, IColumnMapping column)
    {
        var value = column.Property.GetGetter().GetClrValue(row);
        return column.TypeMapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
