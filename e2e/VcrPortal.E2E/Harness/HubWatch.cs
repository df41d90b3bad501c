using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace VcrPortal.E2E.Harness;

/// <summary>Watches a job over the portal's hub, with the client that a program of somebody else would use.</summary>
public static class HubWatch
{
    /// <summary>Events as they come, until the log has ended. A client that loses its connection asks again from the number after the last
    /// one that it saw: no gap, nothing twice.</summary>
    /// <param name="from">The number of the first event, from 1.</param>
    public static async IAsyncEnumerable<JsonElement> WatchAsync(Uri portal, int job, int from = 1)
    {
        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(portal, "/hubs/jobs")).Build();
        await connection.StartAsync();
        await foreach (var events in connection.StreamAsync<JsonElement[]>("Watch", job, from))
            foreach (var entry in events) yield return entry;
    }

    /// <summary>The whole log from a number on.</summary>
    public static async Task<List<HubEvent>> ReadAsync(Uri portal, int job, int from = 1)
    {
        List<HubEvent> events = [];
        await foreach (var entry in WatchAsync(portal, job, from)) events.Add(entry.Deserialize<HubEvent>(JsonSerializerOptions.Web)!);
        return events;
    }
}

/// <summary>What a journey looks at of an event.</summary>
public sealed record HubEvent(int Sequence, string Kind);
