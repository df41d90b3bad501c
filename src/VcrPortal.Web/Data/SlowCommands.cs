using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Data;

/// <param name="At">UTC.</param>
/// <param name="Sql">Its text without the values, which are parameters: nothing of what people wrote.</param>
public sealed record SlowCommand(DateTime At, TimeSpan Took, string Sql);

/// <summary>The commands of this process that took long, the last few, for whoever runs it.</summary>
public sealed class SlowCommands(TimeProvider clock) : DbCommandInterceptor
{
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(500);
    private const int Kept = 20;
    private const int TextLength = 300;

    private readonly ConcurrentQueue<SlowCommand> _last = new();

    /// <summary>The newest first.</summary>
    public ImmutableArray<SlowCommand> Last => [.. _last.Reverse()];

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Note(command, eventData.Duration);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    internal void Note(DbCommand command, TimeSpan took)
    {
        if (took < Slow) return;
        var words = string.Join(' ', command.CommandText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _last.Enqueue(new(clock.GetUtcNow().UtcDateTime, took, words.Fit(TextLength)));
        while (_last.Count > Kept) _last.TryDequeue(out _);
    }
}
