using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces;

/// <summary>The newest published traces.</summary>
public sealed class ListLatest
{
    public Task<ImmutableArray<TraceListItem>> RunAsync(int count, CancellationToken ct) => throw new NotImplementedException();
}
