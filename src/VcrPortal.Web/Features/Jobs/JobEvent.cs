using System.Text.Json.Serialization;
using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>One numbered entry of a job's log. The log is the truth about a job; everything else is derived from it.</summary>
/// <param name="Sequence">Counted from 1, without gaps.</param>
public sealed record JobEvent(int Sequence, DateTime At, JobEventBody Body)
{
    /// <summary>Nothing follows it.</summary>
    public bool IsTerminal => Body is JobEventBody.Completed or JobEventBody.Failed or JobEventBody.Cancelled or JobEventBody.Interrupted;
}

/// <summary>What happened: something in the pipeline, or something to the job itself.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Queued), "job-queued")]
[JsonDerivedType(typeof(Started), "job-started")]
[JsonDerivedType(typeof(Requeued), "job-requeued")]
[JsonDerivedType(typeof(CancelRequested), "job-cancel-requested")]
[JsonDerivedType(typeof(AudienceChanged), "job-audience-changed")]
[JsonDerivedType(typeof(Completed), "job-completed")]
[JsonDerivedType(typeof(Failed), "job-failed")]
[JsonDerivedType(typeof(Cancelled), "job-cancelled")]
[JsonDerivedType(typeof(Interrupted), "job-interrupted")]
public abstract record JobEventBody
{
    private JobEventBody() { }

    /// <summary>An event of the pipeline.</summary>
    public sealed record Generated(GenerationEvent Event) : JobEventBody;

    public sealed record Queued : JobEventBody;

    /// <param name="Attempt">Counted from 1; above 1 the job goes on after a crash or a restart.</param>
    public sealed record Started(int Attempt) : JobEventBody;

    /// <summary>A worker gave it back unfinished, because its process is shutting down.</summary>
    public sealed record Requeued(string Reason) : JobEventBody;

    public sealed record CancelRequested : JobEventBody;

    /// <summary>Its owner changed who may see it; an event, so that whoever follows it is asked for at once.</summary>
    public sealed record AudienceChanged : JobEventBody;

    public sealed record Completed(int TraceNumber) : JobEventBody;

    /// <param name="TraceNumber">The partial trace that was kept, if there was anything to keep.</param>
    public sealed record Failed(string Reason, int? TraceNumber = null) : JobEventBody;

    /// <param name="TraceNumber">The partial trace that was kept, if there was anything to keep.</param>
    public sealed record Cancelled(string Reason, int? TraceNumber = null) : JobEventBody;

    public sealed record Interrupted(string Reason) : JobEventBody;

    /// <summary>Written by a later version of the program: kept, numbered, and shown by its kind only.</summary>
    public sealed record Unknown(string Kind) : JobEventBody;
}
