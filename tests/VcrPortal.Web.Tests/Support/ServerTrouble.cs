using System.Data.Common;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Makes a database fail as SQL Server does, whichever it is: before a statement, or while something is being committed.</summary>
internal sealed class ServerTrouble : DbCommandInterceptor, IDbTransactionInterceptor
{
    private string? _statement;
    private Func<Exception>? _before;
    private Func<Exception>? _after;
    private int _times;

    /// <summary>Times that it has failed so far.</summary>
    public int Failed { get; private set; }

    /// <summary>The next statements that contain this end as the victims of a deadlock.</summary>
    public void Deadlock(string statement, int times = 1) =>
        (_statement, _before, _times, Failed) = (statement, () => Error(1205, 13), times, 0);

    /// <summary>The same, with a connection that is lost.</summary>
    public void Lose(string statement, int times = 1) =>
        (_statement, _before, _times, Failed) = (statement, () => Error(10054, 20), times, 0);

    /// <summary>What is committed next is kept, and nobody hears of it.</summary>
    public void LoseAnswerOfCommit() => (_after, Failed) = (() => Error(10054, 20), 0);

    public static SqlException Error(int number, byte severity)
    {
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;
        var make = typeof(SqlError).GetConstructors(hidden).OrderBy(c => c.GetParameters().Length).First();
        object?[] values = [.. make.GetParameters().Select(p => p.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            _ when p.ParameterType == typeof(string) => (object)"made up",
            _ when p.ParameterType.IsValueType => Activator.CreateInstance(p.ParameterType),
            _ => null,
        })];
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", hidden)!.Invoke(errors, [make.Invoke(values)]);
        return (SqlException)typeof(SqlException).GetMethods(hidden)
            .Single(m => m.Name == "CreateException" && m.GetParameters().Length == 2).Invoke(null, [errors, "16.0"])!;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Fail(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Fail(command);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _after, null) is not { } error) return Task.CompletedTask;
        Failed++;
        throw error();
    }

    private void Fail(DbCommand command)
    {
        if (_statement is null || !command.CommandText.Replace("[", "\"").Replace("]", "\"").Contains(_statement, StringComparison.Ordinal)
            || Interlocked.Decrement(ref _times) < 0) return;
        Failed++;
        throw _before!();
    }
}
