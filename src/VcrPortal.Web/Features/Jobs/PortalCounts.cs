namespace VcrPortal.Web.Features.Jobs;

/// <summary>The portal in numbers. <paramref name="Judged"/> = supported + refuted by independent data.</summary>
public sealed record PortalNumbers(int Running, int Waiting, int Traces, int Claims, int Judged, int Supported)
{
    /// <summary>Of all claims, 0 to 1; null without claims.</summary>
    public double? JudgedShare => Claims == 0 ? null : (double)Judged / Claims;
    /// <summary>Of the judged claims, 0 to 1; null when none was judged.</summary>
    public double? SupportedShare => Judged == 0 ? null : (double)Supported / Judged;
}

/// <summary>Counts for the front page, at most one second old.</summary>
public sealed class PortalCounts
{
    public Task<PortalNumbers> RunAsync(CancellationToken ct) => throw new NotImplementedException();
}
