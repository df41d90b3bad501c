using System.Collections;
using System.Data.Common;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace VcrPortal.Web.Tests.Data.Statements;

/// <summary>One row, whose columns are those that the statement selects; none where the world has nothing there ("FROM [T]", null) or
/// ("WHERE [t].[C] =", null).</summary>
internal sealed class RecordedReader(string statement, Dictionary<string, object?> world, RecordedConnection connection) : DbDataReader
{
    private readonly string[] _columns = TransactSql.ColumnsOf(statement);
    private bool _read = world.Any(
        w => w.Value is null
        && (w.Key.StartsWith("FROM ", StringComparison.Ordinal) || w.Key.StartsWith("WHERE ", StringComparison.Ordinal))
        && statement.Contains(w.Key, StringComparison.Ordinal));

    public string Statement { get; } = statement;

    public override int FieldCount => _columns.Length;
    public override bool HasRows => !_read;
    public override bool IsClosed => false;
    public override int RecordsAffected => 1;
    public override int Depth => 0;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => world[name]!;

    public override bool Read() => !_read && (_read = true);
    public override bool NextResult() => false;
    public override void Close() => connection.OpenReader = null;

    public override bool IsDBNull(int ordinal) => world.TryGetValue(Name(ordinal), out var value) && value is null;
    public override string GetName(int ordinal) => Name(ordinal);
    public override int GetOrdinal(string name) => Array.IndexOf(_columns, name);
    // A statement may have several columns without a name, of several kinds: what the world says holds for its own kind.
    public override T GetFieldValue<T>(int ordinal) =>
        (T)(Known(ordinal) is { } known && (known is T || Name(ordinal).Length > 0) ? known
            : typeof(T) == typeof(string) && OfATrace(Name(ordinal)) is { } word ? word : Default(typeof(T)));
    public override object GetValue(int ordinal) => Known(ordinal) ?? 1;
    public override int GetValues(object[] values) => 0;
    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);
    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;
    public override char GetChar(int ordinal) => GetFieldValue<char>(ordinal);
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;
    public override string GetDataTypeName(int ordinal) => "";
    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);
    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);
    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);
    public override Type GetFieldType(int ordinal) => typeof(object);
    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);
    public override Guid GetGuid(int ordinal) => Guid.Empty;
    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);
    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);
    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);
    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);
    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    private string Name(int ordinal) => ordinal < _columns.Length ? _columns[ordinal] : "";

    private object? Known(int ordinal) => OfTheTable(Name(ordinal)) ?? world.GetValueOrDefault(Name(ordinal));

    /// <summary>What every list of traces reads, and hardly a run is about.</summary>
    private static string? OfATrace(string column) => column.TrimEnd('0', '1', '2') switch
    {
        "Judged" or "Voted" or "Commented" => "None",
        "Review" => "Unreviewed",
        _ => null,
    };

    /// <summary>Where tables mean different things by one name: ("FROM [Reviews] State", "Accepted").</summary>
    private object? OfTheTable(string column) =>
        world.FirstOrDefault(w => w.Key.StartsWith("FROM [", StringComparison.Ordinal)
            && w.Key.EndsWith($"] {column}", StringComparison.Ordinal)
            && Statement.Contains(w.Key[..(w.Key.LastIndexOf(']') + 1)], StringComparison.Ordinal)).Value;

    private static object Default(Type type) =>
        type == typeof(string) ? "x" : type == typeof(DateTime) ? new DateTime(2026, 3, 1) : type == typeof(int) ? 1
            : Activator.CreateInstance(type)!;
}

internal static class TransactSql
{
    /// <summary>SQL Server 2019's grammar.</summary>
    public static (TSqlFragment Fragment, IList<ParseError> Errors) Parse(string statement)
    {
        using var text = new StringReader(statement);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
        return (fragment, errors);
    }

    /// <summary>The names of the columns of the last query in a text; empty where a column has none.</summary>
    public static string[] ColumnsOf(string statement)
    {
        var columns = new SelectColumns();
        Parse(statement).Fragment.Accept(columns);
        return columns.Names;
    }

    private sealed class SelectColumns : TSqlConcreteFragmentVisitor
    {
        public string[] Names { get; private set; } = [];

        public override void ExplicitVisit(SelectStatement node) => // no descent: inner queries give no columns
            Names = node.QueryExpression is QuerySpecification query
                ? [.. query.SelectElements.OfType<SelectScalarExpression>().Select(NameOf)] : [];

        private static string NameOf(SelectScalarExpression column) =>
            column.ColumnName?.Value ?? (column.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";
    }
}
