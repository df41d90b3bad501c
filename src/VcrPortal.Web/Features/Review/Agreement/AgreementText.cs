using System.Globalization;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.Features.Review.Agreement;

/// <summary>Coefficients in words.</summary>
internal static class AgreementText
{
    public static string For(Reasoning.Metrics.Agreement agreement) => agreement switch
    {
        Reasoning.Metrics.Agreement.Value value => Number(value.Coefficient),
        _ => "undefined",
    };

    /// <summary>Why there is no number; null where there is one.</summary>
    public static string? Why(Reasoning.Metrics.Agreement agreement) => (agreement as Reasoning.Metrics.Agreement.Undefined)?.Why;

    public static string For(BootstrapInterval interval) => interval switch
    {
        BootstrapInterval.Bounds bounds => $"{Number(bounds.Low)} to {Number(bounds.High)}",
        BootstrapInterval.Undefined undefined => $"undefined: {undefined.Why}",
        _ => "",
    };

    /// <summary>Without the reason.</summary>
    public static string Short(BootstrapInterval interval) => interval is BootstrapInterval.Bounds ? For(interval) : "undefined";

    public static string? Why(BootstrapInterval interval) => (interval as BootstrapInterval.Undefined)?.Why;

    /// <summary>With a real minus, three digits after the point.</summary>
    public static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture).Replace('-', '−');
}
