using System.Globalization;

namespace VcrPortal.Web;

/// <summary>Every link in the product.</summary>
public static class PortalUrls
{
    public const string Home = "/";
    public const string Traces = "/traces";
    public const string Jobs = "/jobs";
    public const string Launch = "/jobs/new";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
    public const string Recover = "/account/recover";
    public const string Admin = "/admin";
    public const string Account = "/account";
    /// <param name="news">One of the words that the account page knows.</param>
    public static string AccountAfter(string news) => $"{Account}?done={news}";
    public const string OutsideArrive = "/account/outside/arrive";
    public const string OutsideLinked = "/account/outside/linked";
    public const string OutsideProved = "/account/outside/proved";
    public const string OutsideFailed = "/account/outside/failed";
    public const string OutsideNew = "/account/outside/new";
    public const string PasskeyCreation = "/account/passkeys/creation";
    public const string PasskeyRequest = "/account/passkeys/request";
    public const string JobsHub = "/hubs/jobs";

    public static string SignInThen(string? path) => path is null ? SignIn : $"{SignIn}?ReturnUrl={Uri.EscapeDataString(path)}";
    /// <param name="news">One of the words that the account page knows.</param>
    public static string SignInAfter(string news) => $"{SignIn}?done={news}";
    /// <param name="provider">The id of another site.</param>
    public static string SignInWith(string provider) => $"/account/with/{provider}";
    public static string SignInWithThen(string provider, string? path) => path is null ? SignInWith(provider) : $"{SignInWith(provider)}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string Link(string provider, string token) => $"{SignInWith(provider)}/link?t={Uri.EscapeDataString(token)}";
    public static string Prove(string provider, string token) => $"{SignInWith(provider)}/prove?t={Uri.EscapeDataString(token)}";
    public static string OutsideArriveThen(string? path) => path is null ? OutsideArrive : $"{OutsideArrive}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string OutsideNewThen(string? path) => path is null ? OutsideNew : $"{OutsideNew}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string RegisterThen(string? path) => path is null ? Register : $"{Register}?return={Uri.EscapeDataString(path)}";
    public static string Job(int number) => string.Create(CultureInfo.InvariantCulture, $"/jobs/{number}");
    public static string Batch(int number) => string.Create(CultureInfo.InvariantCulture, $"/batches/{number}");
    public static string Trace(int number) => "/t/" + Accession(number);
    public static string Trace(int number, int revision) => string.Create(CultureInfo.InvariantCulture, $"/t/{Accession(number)}@{revision}");
    /// <param name="extension">Of one of the export formats: <c>json</c>.</param>
    public static string TraceExport(int number, int revision, string extension) => $"{Trace(number, revision)}.{extension}";
    public static string Search(string? text = null, string? compound = null, string? cellLine = null, int page = 1)
    {
        var parts = new List<string>(4);
        if (!string.IsNullOrWhiteSpace(text)) parts.Add("q=" + Uri.EscapeDataString(text));
        if (!string.IsNullOrWhiteSpace(compound)) parts.Add("compound=" + Uri.EscapeDataString(compound));
        if (!string.IsNullOrWhiteSpace(cellLine)) parts.Add("line=" + Uri.EscapeDataString(cellLine));
        if (page > 1) parts.Add("page=" + page.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? Traces : Traces + "?" + string.Join('&', parts);
    }

    /// <summary>The public accession: <c>VCT12563</c>.</summary>
    public static string Accession(int number) => "VCT" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of an accession (<c>VCT12563</c>, any case) or of a plain number; null when it is neither.</summary>
    public static int? TryParseAccession(string text)
    {
        var digits = text.StartsWith("VCT", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(3) : text.AsSpan();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
