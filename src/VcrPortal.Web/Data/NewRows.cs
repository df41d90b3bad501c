using System.Data.Common;
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
        await using var insert = db.Prepare(StatementFor(table.Table, columns), columns.Length);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) insert.Parameters[i].Value = ValueOf(row, columns[i]) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>A statement that goes again and again within the caller's transaction, with parameters <c>@p0</c>, <c>@p1</c>
    /// and so on.</summary>
    public static DbCommand Prepare(this PortalDb db, string statement, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = statement;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
        return command;
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
