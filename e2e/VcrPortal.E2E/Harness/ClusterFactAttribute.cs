using VcrPortal.E2E.Harness.Processes;

namespace VcrPortal.E2E.Harness;

/// <summary>A journey over several processes that meet in a Redis; skipped, with its reason, where that, Node or Chromium is
/// missing.</summary>
public sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = Chromium.WhyMissing ?? NodeScript.WhyMissing ?? RedisProcess.WhyMissing;
}
