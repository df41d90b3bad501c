namespace VcrPortal.Web.Features.Traces;

/// <summary>One revision of a trace with all that its page shows.</summary>
public sealed class ReadTrace
{
    /// <param name="revision">Null for the latest.</param>
    /// <returns>Null when there is no such trace or revision.</returns>
    public Task<TraceView?> RunAsync(int number, int? revision, CancellationToken ct) => throw new NotImplementedException();
}
