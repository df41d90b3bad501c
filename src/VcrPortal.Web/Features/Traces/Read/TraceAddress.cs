using System.Globalization;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>What an address such as <c>VCT12563</c> or <c>VCT12563@2</c> names.</summary>
internal static class TraceAddress
{
    /// <summary>Number and revision of an address, or null when it is neither a trace's nor a revision's.</summary>
    internal static (int Number, int? Revision)? Read(string key)
    {
        var at = key.IndexOf('@');
        if (at < 0) return PortalUrls.TryParseAccession(key) is { } latest ? (latest, null) : null;
        return PortalUrls.TryParseAccession(key[..at]) is { } number
            && int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision > 0
                ? (number, revision) : null;
    }
}
