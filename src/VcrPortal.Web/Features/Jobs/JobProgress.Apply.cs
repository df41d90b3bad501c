namespace VcrPortal.Web.Features.Jobs;

public sealed partial record JobProgress
{
    /// <summary>The state after these events too; events that were already applied are passed over.</summary>
    public JobProgress Apply(IReadOnlyList<JobEvent> events) => throw new NotImplementedException();
}
