using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Who has which trace open in this process; one person with three tabs is one.</summary>
internal sealed class Presence(DiscussionBell bell)
{
    // One entry for each open page of somebody who is signed in; bounded by the connections that the server accepts.
    private readonly Dictionary<int, Dictionary<string, int>> _here = [];

    public int Count(int trace)
    {
        lock (_here) return _here.GetValueOrDefault(trace)?.Count ?? 0;
    }

    /// <returns>To be disposed when the page is left.</returns>
    public IDisposable Enter(int trace, string account)
    {
        lock (_here)
        {
            if (!_here.TryGetValue(trace, out var people)) _here.Add(trace, people = []);
            people[account] = people.GetValueOrDefault(account) + 1;
        }
        bell.Ring(trace);
        return new Stay(this, trace, account);
    }

    private void Leave(int trace, string account)
    {
        lock (_here)
        {
            var people = _here[trace];
            if (--people[account] == 0) people.Remove(account);
            if (people.Count == 0) _here.Remove(trace);
        }
        bell.Ring(trace);
    }

    private sealed class Stay(Presence presence, int trace, string account) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) presence.Leave(trace, account);
        }
    }
}
