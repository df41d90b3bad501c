using System.Text.RegularExpressions;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Collections;

/// <summary>What somebody wants to put into a collection.</summary>
/// <param name="Trace"><c>VCT12</c>, or <c>VCT12@2</c> for a revision that is not the latest.</param>
/// <param name="Action">The id of a claim of it; null for the trace as a whole.</param>
public sealed partial record PickedTrace(string Trace, string? Action = null)
{
    /// <summary>Reads what people paste: a number, the address of a trace or of a claim in it, or of any page of that trace. What an
    /// address points at besides (a link, a comment, a piece of evidence) is no claim: then it is the trace.</summary>
    /// <param name="host">Ours, as <c>portal.example.org</c>; numbers of another portal are others.</param>
    /// <returns>Null for what names no trace of ours.</returns>
    public static PickedTrace? Read(string text, string host)
    {
        var (address, fragment) = text.Split('#', 2) is [var before, var behind] ? (before, behind) : (text, "");
        if (Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal)
            && !whole.Authority.Equals(host, StringComparison.OrdinalIgnoreCase)) return null;
        var path = address.Split('?')[0];
        var at = path.LastIndexOf("/t/", StringComparison.Ordinal);
        if (Key().Match(at < 0 ? path : path[(at + 3)..]) is not { Success: true } key || (at < 0 && key.Length != path.Length)
            || TraceAddress.Read(key.Value) is null) return null;
        return new(key.Value, ActionOf(Uri.UnescapeDataString(fragment)));
    }

    private static string? ActionOf(string fragment) =>
        fragment.Length == 0 || Elsewhere().IsMatch(fragment) ? null
            : fragment.StartsWith("claim-", StringComparison.Ordinal) ? fragment["claim-".Length..] : fragment;

    [GeneratedRegex(@"^(VCT)?[0-9]+(@[0-9]+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    // The other places of a trace's page.
    [GeneratedRegex(@"^(e:.*|(c|ev-|p)[0-9]+|discussion|explanation|graph-pane|main|[a-z-]+-h)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Elsewhere();
}
