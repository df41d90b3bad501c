using System.Collections.Immutable;
using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// The log of a finished job as something that can be played: the state after each event, and when it comes. What went faster than anybody
/// can read is spread out, and long waits are shortened; the times on the page stay those that were.
/// </summary>
/// <param name="events">The events from the first one on, without a gap.</param>
public sealed class ReplayTrack(IReadOnlyList<JobEvent> events)
{
    /// <summary>The shortest and the longest time from one event to the next, at the speed at which the job went.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromSeconds(3);

    /// <summary>The time from one item of evidence to the next: they come by the dozen, and nobody reads them one by one.</summary>
    private static readonly TimeSpan OfEvidence = TimeSpan.FromMilliseconds(20);

    /// <summary>Events from one kept state to the next.</summary>
    private const int BetweenStates = 64;

    public static IReadOnlyList<int> Speeds { get; } = [1, 2, 5, 10, 20];

    private readonly ImmutableArray<TimeSpan> _times = Times(events);
    private readonly ImmutableArray<JobProgress> _states = States(events);

    /// <summary>Events: moments are 0, before the first, to this.</summary>
    public int Length => events.Count;

    /// <summary>How long the whole takes at the speed that it went.</summary>
    public TimeSpan Duration => Length == 0 ? TimeSpan.Zero : _times[^1];

    /// <summary>The state after this many events.</summary>
    public JobProgress StateAt(int moment)
    {
        var at = Math.Clamp(moment, 0, Length);
        var kept = at / BetweenStates;
        return _states[kept].Apply([.. events.Skip(kept * BetweenStates).Take(at - kept * BetweenStates)]);
    }

    /// <summary>When an event comes, from the start.</summary>
    public TimeSpan TimeOf(int moment) => moment <= 0 || Length == 0 ? TimeSpan.Zero : _times[Math.Min(moment, Length) - 1];

    /// <summary>The events that have come by then.</summary>
    public int MomentAt(TimeSpan time)
    {
        var place = _times.BinarySearch(time);
        if (place < 0) return ~place;
        while (place + 1 < Length && _times[place + 1] <= time) place++;
        return place + 1;
    }

    /// <summary>When it really happened.</summary>
    public DateTime ClockAt(int moment) => Length == 0 ? default : events[Math.Clamp(moment - 1, 0, Length - 1)].At;

    private static ImmutableArray<TimeSpan> Times(IReadOnlyList<JobEvent> events)
    {
        var times = ImmutableArray.CreateBuilder<TimeSpan>(events.Count);
        var time = TimeSpan.Zero;
        for (var i = 0; i < events.Count; i++)
        {
            var gap = i == 0 ? Shortest : events[i].At - events[i - 1].At;
            var least = events[i].Body is JobEventBody.Generated { Event: GenerationEvent.EvidenceAdded } ? OfEvidence : Shortest;
            time += gap < least ? least : gap > Longest ? Longest : gap;
            times.Add(time);
        }
        return times.MoveToImmutable();
    }

    private static ImmutableArray<JobProgress> States(IReadOnlyList<JobEvent> events)
    {
        var states = ImmutableArray.CreateBuilder<JobProgress>();
        states.Add(JobProgress.Empty);
        foreach (var piece in events.Chunk(BetweenStates)) states.Add(states[^1].Apply(piece));
        return states.DrainToImmutable();
    }
}
