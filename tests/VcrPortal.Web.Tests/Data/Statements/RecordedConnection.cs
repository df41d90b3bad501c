using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Tests.Data.Statements;

/// <summary>Puts a connection that goes nowhere in the place of SQL Server's, and keeps every statement that is sent over it.</summary>
internal sealed class RecordStatements : DbConnectionInterceptor
{
    public List<string> Statements { get; } = [];

    public Action<string>? Sent { get; set; }

    /// <summary>What a column holds in the one row that every query answers with; without an entry a default of its type.</summary>
    public Dictionary<string, object?> World { get; } = [];

    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new RecordedConnection(this));
}

internal sealed class RecordedConnection(RecordStatements record) : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    /// <summary>One at a time: the portal must run without MARS.</summary>
    public RecordedReader? OpenReader { get; set; }

    [AllowNull] public override string ConnectionString { get; set; } = "Server=none";
    public override string Database => "none";
    public override string DataSource => "none";
    public override string ServerVersion => "15.00.2000";
    public override ConnectionState State => _state;
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();
    public override void Close() => _state = ConnectionState.Closed;
    public override void Open() => _state = ConnectionState.Open;
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new RecordedTransaction(this);
    protected override DbCommand CreateDbCommand() => new RecordedCommand(record, this);

    private sealed class RecordedTransaction(RecordedConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;
        protected override DbConnection DbConnection => connection;
        public override void Commit() { }
        public override void Rollback() { }
    }
}

/// <summary>Keeps its text instead of sending it. Parameters are SQL Server's own, because the provider shapes them itself.</summary>
internal sealed class RecordedCommand(RecordStatements record, RecordedConnection connection) : DbCommand
{
    private readonly SqlCommand _parameters = new();

    [AllowNull] public override string CommandText { get; set; } = "";
    public override int CommandTimeout { get; set; }
    public override CommandType CommandType { get; set; } = CommandType.Text;
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    protected override DbConnection? DbConnection { get; set; } = connection;
    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;
    protected override DbTransaction? DbTransaction { get; set; }
    public override void Cancel() { }
    public override void Prepare() { }
    protected override DbParameter CreateDbParameter() => _parameters.CreateParameter();

    public override int ExecuteNonQuery()
    {
        Keep();
        return 1;
    }

    public override object ExecuteScalar()
    {
        Keep();
        return 1;
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Keep();
        Assert.True(
            connection.OpenReader is null, $"Two readers at once on one connection:\n{connection.OpenReader?.Statement}\n{CommandText}");
        return connection.OpenReader = new RecordedReader(CommandText, record.World, connection);
    }

    private void Keep()
    {
        record.Statements.Add(CommandText);
        record.Sent?.Invoke(CommandText);
    }
}
