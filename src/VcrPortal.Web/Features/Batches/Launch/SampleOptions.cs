namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Section <c>Samples</c>.</summary>
public sealed class SampleOptions
{
    public const string Section = "Samples";

    /// <summary>On the very first start, fill the portal with a batch over the starter pack. <c>--no-samples</c> switches it off.</summary>
    public bool Enabled { get; set; } = true;
}
