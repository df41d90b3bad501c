using System.Threading.RateLimiting;
using Orleans.Runtime;

namespace VcrPortal.Web.Hosting;

/// <summary>What one address sends, to whichever portal of the cluster.</summary>
[Alias("vcr.sender")]
internal interface ISenderGrain : IGrainWithStringKey
{
    /// <summary>Whether one more form is within the limit; if so, it counts.</summary>
    /// <param name="most">Forms within a minute, as the portal that asks is configured.</param>
    [Alias("may-send"), ResponseTimeout("00:00:02")]
    Task<bool> MaySendAsync(int most);
}

/// <inheritdoc cref="ISenderGrain"/>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class SenderGrain : Grain, ISenderGrain
{
    private (int Most, RateLimiter Limiter)? _limit;

    public Task<bool> MaySendAsync(int most)
    {
        if (_limit?.Most != most)
        {
            _limit?.Limiter.Dispose();
            _limit = (most, RequestLimits.Within(most));
        }
        using var lease = _limit.Value.Limiter.AttemptAcquire();
        return Task.FromResult(lease.IsAcquired);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _limit?.Limiter.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>Counts in the cluster; while it does not answer, each portal counts for itself.</summary>
/// <param name="sender">Asked for each form: whoever counts may have moved.</param>
internal sealed class ClusterLimiter(Func<ISenderGrain> sender, int most) : RateLimiter
{
    private readonly SlidingWindowRateLimiter _own = RequestLimits.Within(most);

    public override TimeSpan? IdleDuration => _own.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _own.GetStatistics();

    /// <summary>Never at once: the middleware then waits for the answer of <see cref="AcquireAsyncCore"/>.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Answer.No;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        try { return await sender().MaySendAsync(most).WaitAsync(cancellationToken) ? Answer.Yes : Answer.No; }
        catch (Exception e) when (e is OrleansException or TimeoutException) { return _own.AttemptAcquire(permitCount); }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _own.Dispose();
    }

    private sealed class Answer(bool isAcquired) : RateLimitLease
    {
        public static readonly Answer Yes = new(true), No = new(false);

        public override bool IsAcquired => isAcquired;
        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
