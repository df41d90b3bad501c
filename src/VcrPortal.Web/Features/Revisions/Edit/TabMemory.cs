using Microsoft.JSInterop;

namespace VcrPortal.Web.Features.Revisions.Edit;

/// <summary>What somebody works on, as their browser's tab keeps it.</summary>
internal sealed record KeptWork(string? Text, string? Report);

/// <summary>The browser's own memory of a piece of work, which outlives a circuit, a reload and a restart of the server.</summary>
/// <param name="key">Names the work: trace and revision.</param>
internal sealed class TabMemory(IJSObjectReference module, string key) : IAsyncDisposable
{
    /// <param name="address">The full address of the script.</param>
    public static async Task<TabMemory> OpenAsync(IJSRuntime script, Uri address, string key) =>
        new(await script.InvokeAsync<IJSObjectReference>("import", address.ToString()), key);

    /// <returns>Null where nothing was kept.</returns>
    public ValueTask<KeptWork?> ReadAsync() => module.InvokeAsync<KeptWork?>("kept", key);

    /// <summary>Nobody waits for it: the next edit is kept anew.</summary>
    public void Keep(KeptWork work) => _ = module.InvokeVoidAsync("keep", key, work.Text, work.Report).AsTask();

    /// <summary>Sends what is typed in a field as soon as its writer rests, and not only when they leave it.</summary>
    public ValueTask WatchTypingAsync(string field) => module.InvokeVoidAsync("watch", field);

    /// <summary>Once it was sent.</summary>
    public ValueTask ForgetAsync() => module.InvokeVoidAsync("forget", key);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException) { } // the page went first
    }
}
