using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>Rings when jobs wait. Who has room looks at the queue; the key says nothing.</summary>
public sealed class QueueBell(TimeProvider clock) : Bell<int>(clock)
{
    private const int Any = 0;

    public void Ring() => Ring(Any);

    public Listening Register() => Register(Any);
}

/// <summary>Rings with a job's number when something was appended to its log.</summary>
public sealed class JobBell(TimeProvider clock) : Bell<int>(clock);

/// <summary>Rings with a job's number when it was asked to stop. Whoever works on it looks at its row.</summary>
public sealed class StopBell(TimeProvider clock) : Bell<int>(clock);
