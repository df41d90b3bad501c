namespace VcrPortal.Web.Features.Discussion.People;

/// <summary>Somebody who has a trace's page open.</summary>
/// <param name="About">The claim or link that they look at, as the text of a subject; empty for the trace as a whole; null: nobody is to
/// see it.</param>
[GenerateSerializer, Immutable, Alias("vcr.guest")]
internal readonly record struct Guest([property: Id(0)] string AccountKey, [property: Id(1)] string? About);

/// <summary>Where the members of a cluster tell each other who is on a trace's page, by the trace's number.</summary>
[Alias("vcr.room")]
internal interface IRoomGrain : IGrainWithIntegerKey
{
    /// <summary>Tells who is there at one member, and hears who is at the others.</summary>
    [Alias("exchange"), ResponseTimeout("00:00:02")]
    Task<Guest[]> ExchangeAsync(Guid member, Guest[] here);
}

/// <inheritdoc cref="IRoomGrain"/>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class RoomGrain(TimeProvider clock) : Grain, IRoomGrain
{
    /// <summary>A member tells at every <see cref="FollowDiscussion.Beat"/> while somebody is there; one that has died tells no
    /// more.</summary>
    internal static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(10);

    // There are as many as the cluster has members.
    private readonly Dictionary<Guid, (Guest[] Guests, long Told)> _members = [];

    public Task<Guest[]> ExchangeAsync(Guid member, Guest[] here)
    {
        _members[member] = (here, clock.GetTimestamp());
        foreach (var (other, (_, told)) in _members.ToList())
            if (clock.GetElapsedTime(told) > Forgotten) _members.Remove(other);
        return Task.FromResult<Guest[]>([.. _members.Where(m => m.Key != member).SelectMany(m => m.Value.Guests)]);
    }
}
