using VcrPortal.Tests;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>Places in this checkout.</summary>
internal static class Checkout
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([ReferenceData.Repository(), .. parts]);
}
