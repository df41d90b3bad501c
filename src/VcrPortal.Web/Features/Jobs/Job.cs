namespace VcrPortal.Web.Features.Jobs;

/// <summary>What the queue knows of a job when it decides: pure, so every decision is tested without a database.</summary>
public sealed record Job(JobState State, int Attempt)
{
    public bool IsOver => State is not (JobState.Queued or JobState.Running);

    /// <summary>May somebody begin with it now? Asked where nobody works on it: what is running then has lost its worker.</summary>
    /// <param name="attempts">How many crashed attempts a job is given.</param>
    public BeginDecision Begin(int attempts) => this switch
    {
        { State: JobState.Running } when Attempt >= attempts => new BeginDecision.GiveUp(
            $"Its worker stopped answering {Attempt} times. What it had produced is kept in its log."),
        { IsOver: false } => new BeginDecision.Take(Attempt + 1),
        _ => new BeginDecision.Leave(),
    };

    public StopDecision Stop() => State switch
    {
        JobState.Queued => StopDecision.EndNow,
        JobState.Running => StopDecision.AskWorker,
        _ => StopDecision.Nothing,
    };
}

public abstract record BeginDecision
{
    private BeginDecision() { }

    public sealed record Take(int Attempt) : BeginDecision;
    /// <summary>Its worker crashed too often: it ends as interrupted.</summary>
    public sealed record GiveUp(string Reason) : BeginDecision;
    public sealed record Leave : BeginDecision;
}

public enum StopDecision { Nothing, EndNow, AskWorker }
