namespace VcrPortal.Tests;

/// <summary>A fact that needs the public reference data (<c>VCR_DATA</c>, by default <c>../shared/data</c> beside the checkout); skipped, with its reason, where that is absent.</summary>
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute() => Skip = ReferenceData.WhyMissing;
}
