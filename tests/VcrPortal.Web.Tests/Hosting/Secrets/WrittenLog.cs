using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VcrPortal.Web.Tests.Hosting.Secrets;

/// <summary>Keeps every line that is written, whatever its level.</summary>
internal sealed class WrittenLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(WrittenLog to, string category) : ILogger
    {
        // What stands around a line is written with it.
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            to.Lines.Enqueue($"{category} scope: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            to.Lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
    }
}
