using Microsoft.AspNetCore.Components.Server.Circuits;

namespace VcrPortal.Web.Live;

/// <summary>Whether the browser of this circuit can be reached. A circuit waits some minutes for one that went away.</summary>
public sealed class BrowserConnection : CircuitHandler
{
    private Action<bool>? _listeners;

    /// <param name="hear">True: it is back. False: it went away.</param>
    /// <returns>To be disposed when nobody listens any more.</returns>
    public IDisposable Follow(Action<bool> hear)
    {
        _listeners += hear;
        return new Listener(this, hear);
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => SetReached(isReached: true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => SetReached(isReached: false);

    internal Task SetReached(bool isReached)
    {
        _listeners?.Invoke(isReached);
        return Task.CompletedTask;
    }

    private sealed class Listener(BrowserConnection browser, Action<bool> hear) : IDisposable
    {
        public void Dispose() => browser._listeners -= hear;
    }
}
