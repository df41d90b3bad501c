namespace VcrPortal.Web.Features.Jobs;

/// <summary>What the queue knows of a job when it decides: pure, so every decision is tested without a database.</summary>
public sealed record Job(JobState State, int Attempt, DateTime? LeaseExpiresAt)
{
    public bool IsOver => State is not (JobState.Queued or JobState.Running);

    /// <summary>May a worker take it now?</summary>
    /// <param name="attempts">How many crashed attempts a job is given.</param>
    public ClaimDecision Claim(DateTime now, int attempts) => this switch
    {
        { State: JobState.Queued } => new ClaimDecision.Take(Attempt + 1),
        { State: JobState.Running } when LeaseExpiresAt > now => new ClaimDecision.Leave(),
        { State: JobState.Running } when Attempt >= attempts => new ClaimDecision.GiveUp(
            $"Its worker stopped answering {Attempt} times. What it had produced is kept in its log."),
        { State: JobState.Running } => new ClaimDecision.Take(Attempt + 1),
        _ => new ClaimDecision.Leave(),
    };

    public StopDecision Stop() => State switch
    {
        JobState.Queued => StopDecision.EndNow,
        JobState.Running => StopDecision.AskWorker,
        _ => StopDecision.Nothing,
    };
}

public abstract record ClaimDecision
{
    private ClaimDecision() { }

    public sealed record Take(int Attempt) : ClaimDecision;
    /// <summary>Its worker crashed too often: it ends as interrupted.</summary>
    public sealed record GiveUp(string Reason) : ClaimDecision;
    public sealed record Leave : ClaimDecision;
}

public enum StopDecision { Nothing, EndNow, AskWorker }
