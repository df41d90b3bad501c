using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.People;

/// <summary>Who has which trace open in this process, and on which claim; one person with three tabs is one, where they were
/// last.</summary>
internal sealed class Presence(DiscussionBell bell)
{
    // One entry for each open page of somebody who is signed in; bounded by the connections that the server accepts.
    private readonly Dictionary<int, Dictionary<string, Person>> _here = [];

    /// <summary>The guests of a trace, ordered by key.</summary>
    public ImmutableArray<Guest> Guests(int trace)
    {
        lock (_here)
            return _here.GetValueOrDefault(trace) is not { } people ? []
                : [.. people.Select(p => new Guest(p.Key, p.Value.About)).OrderBy(p => p.AccountKey, StringComparer.Ordinal)];
    }

    /// <returns>To be disposed when the page is left.</returns>
    public Stay Enter(int trace, string account)
    {
        Add(trace, account, about: null);
        return new(this, trace, account);
    }

    /// <summary>Somebody who is here goes to a claim, or, with null, lets nobody see where they are.</summary>
    public void Move(int trace, string account, string? about)
    {
        lock (_here)
        {
            if (_here.GetValueOrDefault(trace) is not { } people || !people.TryGetValue(account, out var person)
                || person.About == about) return;
            people[account] = person with { About = about };
        }
        bell.RingHere(trace);
    }

    private void Add(int trace, string account, string? about)
    {
        lock (_here)
        {
            if (!_here.TryGetValue(trace, out var people)) _here.Add(trace, people = []);
            var person = people.GetValueOrDefault(account, new Person(0, about));
            people[account] = person with { Tabs = person.Tabs + 1 };
        }
        bell.RingHere(trace);
    }

    /// <returns>Where they were.</returns>
    private string? Leave(int trace, string account)
    {
        Person person;
        lock (_here)
        {
            var people = _here[trace];
            person = people[account];
            if (person.Tabs > 1) people[account] = person with { Tabs = person.Tabs - 1 };
            else people.Remove(account);
            if (people.Count == 0) _here.Remove(trace);
        }
        bell.RingHere(trace);
        return person.About;
    }

    /// <param name="About">Null: shown to nobody.</param>
    private readonly record struct Person(int Tabs, string? About);

    /// <summary>One open page of somebody.</summary>
    internal sealed class Stay(Presence presence, int trace, string account) : IDisposable
    {
        private readonly Lock _gate = new();
        private bool _isReached = true;
        private bool _isOver;
        private string? _about;

        /// <summary>A browser that cannot be reached (asleep, out of the net, killed) is nobody in the room, although its circuit waits
        /// for it; once it is back, they are where they were.</summary>
        public void SetReached(bool isReached)
        {
            lock (_gate)
            {
                if (_isOver || _isReached == isReached) return;
                _isReached = isReached;
                if (isReached) presence.Add(trace, account, _about);
                else _about = presence.Leave(trace, account);
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                if (!_isOver && _isReached) presence.Leave(trace, account);
                _isOver = true;
            }
        }
    }
}
