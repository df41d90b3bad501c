namespace VcrPortal.Tests;

/// <summary>A fact that needs the public reference data (<c>VCR_DATA</c>, by default <c>../shared/data</c> beside the checkout); skipped, with its reason, where that is absent.</summary>
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute()
    {
        if (!ReferenceData.IsPresent)
            Skip = $"needs the reference data: set VCR_DATA, or put it at {ReferenceData.DefaultPlace}";
    }
}
