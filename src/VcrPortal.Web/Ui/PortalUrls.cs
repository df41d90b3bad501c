using System.Globalization;
using System.Text;

namespace VcrPortal.Web.Ui;

/// <summary>Every link in the product.</summary>
public static partial class PortalUrls
{
    public const string Home = "/";
    /// <summary>Why a form was not taken.</summary>
    public const string FormRefused = "/form-refused";
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
    public const string Admin = "/admin";
    public const string AdminLog = "/admin/log";
    public const string AdminHealth = "/admin/health";
    public const string AdminKnowledge = "/admin/knowledge";
    public const string KnowledgeUpload = "/admin/knowledge/upload";
    public const string AdminModels = "/admin/models";
    public const string AdminFlags = "/admin/flags";
    /// <summary>Where somebody asks a moderator to look.</summary>
    /// <param name="kind"><c>trace</c>, <c>comment</c>, <c>suggestion</c> or <c>proposal</c>.</param>
    public static string Flag(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"/flag/{kind}/{number}");
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
    /// <param name="entity">The path of a thing's page.</param>
    public static string EntityClaims(string entity) => entity.TrimEnd('/') + "/claims.csv";
    public const string JobsHub = "/hubs/jobs";
    /// <summary>A finished job as it stood after one of its events.</summary>
    /// <param name="speed">Times as fast as it went.</param>
    public static string Replay(int number, int at, int speed) =>
        string.Create(CultureInfo.InvariantCulture, $"/jobs/{number}?replay=true&at={at}&speed={speed}");
    public static string Job(int number) => string.Create(CultureInfo.InvariantCulture, $"/jobs/{number}");
    public static string Batch(int number) => string.Create(CultureInfo.InvariantCulture, $"/batches/{number}");
    public static string BatchReport(int number) => Batch(number) + "/report";
    /// <param name="extension"><c>jsonl</c> or <c>parquet</c>.</param>
    public static string BatchData(int number, string extension) => $"{Batch(number)}.{extension}";
    /// <summary>What one person did.</summary>
    public static string AdminLogOf(string person) => $"{AdminLog}?person={Uri.EscapeDataString(person)}";
    /// <summary>The review of one revision.</summary>
    public static string Review(int trace, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reviews}/{Accession(trace)}@{revision}");
    public static string Primitive(string name) => $"{Primitives}/{Uri.EscapeDataString(name)}";
    public static string Proposal(int number) => string.Create(CultureInfo.InvariantCulture, $"{Proposals}/{number}");
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

    /// <summary>A path with those parameters that hold anything, behind those that it has.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder(path);
        var separator = path.Contains('?') ? '&' : '?';
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
}
