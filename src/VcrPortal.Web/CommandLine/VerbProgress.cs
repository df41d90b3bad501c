using System.Diagnostics;
using Spectre.Console;

namespace VcrPortal.Web.CommandLine;

/// <summary>How far a long verb is: a moving line on a terminal that somebody looks at, plain lines in a file or pipe.</summary>
/// <param name="terminal">Null for plain lines.</param>
internal sealed class VerbProgress(TextWriter errors, IAnsiConsole? terminal)
{
    /// <summary>A moving line where these errors go to a terminal.</summary>
    public static VerbProgress For(TextWriter errors) => new(errors, IsTerminal(errors)
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }) : null);

    /// <summary>Work in phases, of which nobody knows how long they take.</summary>
    /// <param name="work">Told to say each phase as it begins.</param>
    public Task<T> RunAsync<T>(Func<Action<string>, Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        return terminal is null
            ? work(phase => errors.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,7:0.0} s  {phase.Harmless()}")))
            : terminal.Status().StartAsync(
                "\u2026",
                moving => work(phase => moving.Status(Markup.Escape(
                    FormattableString.Invariant($"{phase.Harmless()} (since {clock.Elapsed.TotalSeconds:0} s)")))));
    }

    /// <summary>Work of which the amount is known.</summary>
    /// <param name="work">Told to say how much is done of how much, in words, and whether a plain line is due.</param>
    public Task<T> RunAsync<T>(Func<Action<int, int, string, bool>, Task<T>> work) => terminal is null
        ? work((_, _, line, isDue) => { if (isDue) errors.WriteLine(line); })
        : terminal.Progress().StartAsync(async context =>
        {
            var bar = context.AddTask("Records");
            return await work((done, all, line, _) =>
            {
                (bar.MaxValue, bar.Value) = (Math.Max(1, all), done);
                bar.Description = Markup.Escape(line.Trim());
            });
        });

    private static bool IsTerminal(TextWriter errors) =>
        ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
}

/// <summary>Ctrl-C asks a long verb to stop, instead of ending the program in the middle.</summary>
internal sealed class StopKey : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly ConsoleCancelEventHandler _pressed;

    public StopKey(CancellationToken ct)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _pressed = (_, pressed) => { pressed.Cancel = true; _stop.Cancel(); };
        Console.CancelKeyPress += _pressed;
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= _pressed;
        _stop.Dispose();
    }
}
