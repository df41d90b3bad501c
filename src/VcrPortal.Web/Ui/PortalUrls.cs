using System.Globalization;
using System.Text;

namespace VcrPortal.Web.Ui;

/// <summary>Every link in the product.</summary>
public static class PortalUrls
{
    public const string Home = "/";
    public const string Traces = "/traces";
    public const string TracesFeed = "/traces/feed.atom";
    public const string ImportTraces = "/traces/import";
    public const string Jobs = "/jobs";
    public const string About = "/about";
    public const string Verifiers = "/verifiers";
    public const string Reviews = "/review";
    public const string Agreement = "/review/agreement";
    public const string Calibration = "/review/calibration";

    /// <param name="extension"><c>jsonl</c> or <c>csv</c>.</param>
    /// <param name="trace">Null for all.</param>
    public static string Judgements(string extension, int? trace = null) => WithQuery(
        "/review/judgements." + extension, ("trace", trace is { } number ? Accession(number) : null));

    public const string Primitives = "/primitives";
    public const string Proposals = "/proposals";
    public const string NewProposal = "/proposals/new";
    public const string Launch = "/jobs/new";
    /// <summary>The launch form, filled in from a job.</summary>
    public static string Fork(int job) => string.Create(CultureInfo.InvariantCulture, $"{Launch}?from={job}");
    public const string LaunchJson = "/jobs/new?mode=json";
    public const string LaunchPairs = "/jobs/new?mode=pairs";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
    public const string DeleteAccount = "/account/delete";
    public const string Recover = "/account/recover";
    public const string Admin = "/admin";
    public const string AdminLog = "/admin/log";
    public const string AdminHealth = "/admin/health";
    public const string AdminKnowledge = "/admin/knowledge";
    public const string AdminModels = "/admin/models";
    public const string Account = "/account";
    public const string Inbox = "/inbox";
    public const string Claims = "/claims";
    public const string Compare = "/compare";
    /// <param name="keys"><c>VCT1</c> or <c>VCT1@2</c>.</param>
    public static string CompareOf(IEnumerable<string> keys) => Compare + "?" + string.Join('&', keys.Select(key => "t=" + key));
    /// <summary>Who else makes a claim of a trace, and who contradicts it.</summary>
    public static string ClaimsLike(int trace, string action) => WithQuery(Claims, ("of", Accession(trace)), ("claim", action));
    /// <summary>The shelves of things that have pages.</summary>
    public const string Compounds = "compounds", CellLines = "cell-lines", Genes = "genes", Pathways = "pathways",
        Phenotypes = "phenotypes";
    /// <param name="shelf">One of the shelves.</param>
    /// <param name="key">An id, or a name.</param>
    public static string Entity(string shelf, string key) => $"/{shelf}/{Uri.EscapeDataString(key).Replace("%3A", ":")}";
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
    public static string SignInWithThen(string provider, string? path) =>
        path is null ? SignInWith(provider) : $"{SignInWith(provider)}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string Link(string provider, string token) => $"{SignInWith(provider)}/link?t={Uri.EscapeDataString(token)}";
    public static string Prove(string provider, string token) => $"{SignInWith(provider)}/prove?t={Uri.EscapeDataString(token)}";
    public static string OutsideArriveThen(string? path) =>
        path is null ? OutsideArrive : $"{OutsideArrive}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string OutsideNewThen(string? path) => path is null ? OutsideNew : $"{OutsideNew}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string PersonComments(string name) => $"{Person(name)}?show=comments";
    public static string RegisterThen(string? path) => path is null ? Register : $"{Register}?return={Uri.EscapeDataString(path)}";
    /// <summary>A finished job as it stood after one of its events.</summary>
    /// <param name="speed">Times as fast as it went.</param>
    public static string Replay(int number, int at, int speed) =>
        string.Create(CultureInfo.InvariantCulture, $"/jobs/{number}?replay=true&at={at}&speed={speed}");

    public static string Job(int number) => string.Create(CultureInfo.InvariantCulture, $"/jobs/{number}");
    public static string Batch(int number) => string.Create(CultureInfo.InvariantCulture, $"/batches/{number}");
    public static string BatchReport(int number) => Batch(number) + "/report";
    /// <param name="extension"><c>jsonl</c> or <c>parquet</c>.</param>
    public static string BatchData(int number, string extension) => $"{Batch(number)}.{extension}";
    public const string SharedRoot = "/share";
    /// <param name="token">Opens the link: the address is the secret.</param>
    public static string Shared(string token) => $"{SharedRoot}/{Uri.EscapeDataString(token)}";
    /// <summary>The report of a revision as plain text, which the places of its annotations count.</summary>
    public static string TraceReport(int number, int revision) => Trace(number, revision) + "/report.txt";
    /// <param name="extension"><c>jsonld</c> or <c>jsonl</c>.</param>
    public static string TraceAnnotations(int number, string extension) => $"{Trace(number)}/annotations.{extension}";
    public static string Passage(int trace, int number) => string.Create(CultureInfo.InvariantCulture, $"{Trace(trace)}#p{number}");
    public static string Trace(int number) => "/t/" + Accession(number);
    public static string Trace(int number, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"/t/{Accession(number)}@{revision}");
    /// <summary>What one person did.</summary>
    public static string AdminLogOf(string person) => $"{AdminLog}?person={Uri.EscapeDataString(person)}";
    public static string Person(string name) => "/u/" + Uri.EscapeDataString(name);
    /// <summary>The page with the discussion on one subject.</summary>
    public static string Discussion(string page, string subject) =>
        (subject.Length == 0 ? page : $"{page}?about={Uri.EscapeDataString(subject)}") + "#discussion";
    public static string Comment(int trace, int number) => string.Create(CultureInfo.InvariantCulture, $"{Trace(trace)}#c{number}");
    /// <summary>Whether there is news since a comment, for pages without a circuit.</summary>
    public static string News(int trace, int lastComment) =>
        string.Create(CultureInfo.InvariantCulture, $"{Trace(trace)}/news?after={lastComment}");
    /// <summary>Whom one may call on a trace.</summary>
    public static string People(int trace) => Trace(trace) + "/people";
    public static string Feed(int trace) => Trace(trace) + "/feed.atom";
    public static string Revise(int trace) => Trace(trace) + "/revise";
    /// <param name="extension">The extension of an export format: <c>json</c>.</param>
    public static string TraceExport(int number, int revision, string extension) => $"{Trace(number, revision)}.{extension}";
    /// <summary>The review of one revision.</summary>
    public static string Review(int trace, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reviews}/{Accession(trace)}@{revision}");
    public static string Primitive(string name) => $"{Primitives}/{Uri.EscapeDataString(name)}";
    public static string Proposal(int number) => string.Create(CultureInfo.InvariantCulture, $"{Proposals}/{number}");
    public static string Suggestions(int trace) => Trace(trace) + "/suggestions";
    public static string Suggestion(int trace, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Suggestions(trace)}/{number}");
    /// <summary>One revision for a frame.</summary>
    public static string Embed(int number, int revision) => "/embed" + Trace(number, revision);
    public static string Cite(int number, int revision) => Trace(number, revision) + "/cite";
    /// <param name="extension">The extension of a citation format: <c>bib</c>.</param>
    public static string CiteFile(int number, int revision, string extension) => $"{Cite(number, revision)}.{extension}";
    public static string TraceHistory(int number) => Trace(number) + "/history";
    public static string TraceDiff(int number, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Trace(number)}/diff/{from}..{to}");
    /// <summary>Where a form asks for two revisions to compare.</summary>
    public static string TraceDiff(int number) => Trace(number) + "/diff";
    public static string Search(string? text = null, string? compound = null, string? cellLine = null, int page = 1,
        bool withTooLittle = false, string? sort = null) =>
        WithQuery(
            Traces, ("q", text), ("compound", compound), ("line", cellLine),
            ("sort", sort), ("all", withTooLittle ? "true" : null),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <param name="extension"><c>jsonl</c>, <c>csv</c>, <c>parquet</c> or <c>zip</c>.</param>
    public static string SearchData(string? text, string? compound, string? cellLine, bool withTooLittle, string extension) =>
        WithQuery(
            $"{Traces}.{extension}", ("q", text), ("compound", compound), ("line", cellLine), ("all", withTooLittle ? "true" : null));

    /// <summary>A path with those parameters that hold anything.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            query.Append(separator).Append(name).Append('=').Append(Escaped(value));
            separator = '&';
        }
        return query.ToString();
    }

    // A comma and a colon mean nothing of their own in a query, and are pleasanter to read.
    private static string Escaped(string value) => Uri.EscapeDataString(value).Replace("%2C", ",").Replace("%3A", ":");

    /// <summary>The public accession: <c>VCT12563</c>.</summary>
    public static string Accession(int number) => "VCT" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of an accession (<c>VCT12563</c>, any case) or of a plain number; null when it is neither.</summary>
    public static int? TryParseAccession(string text)
    {
        var digits = text.StartsWith("VCT", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(3) : text.AsSpan();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
