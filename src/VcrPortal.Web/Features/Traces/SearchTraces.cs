namespace VcrPortal.Web.Features.Traces;

/// <summary>Finds traces; discarded ones stay outside.</summary>
public sealed class SearchTraces
{
    public const int PageSize = 50;

    public Task<TracePageOfResults> RunAsync(TraceQuery query, CancellationToken ct) => throw new NotImplementedException();
}
