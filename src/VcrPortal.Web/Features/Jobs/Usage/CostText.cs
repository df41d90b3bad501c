using System.Globalization;

namespace VcrPortal.Web.Features.Jobs.Usage;

/// <summary>What models cost, with its currency: "0.0014 USD".</summary>
internal static class CostText
{
    /// <returns>Null where there is no cost: it is not shown as nothing.</returns>
    public static string? For(decimal? cost, string? currency) => cost is not { } amount ? null
        : string.Create(CultureInfo.InvariantCulture, $"{amount:0.00##} {currency}").TrimEnd();
}
