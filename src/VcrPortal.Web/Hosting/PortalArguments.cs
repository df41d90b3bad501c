using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Hosting;

/// <summary>The command line in the words of configuration: <c>--role worker</c>, <c>--no-samples</c>; everything else passes.</summary>
internal static class PortalArguments
{
    /// <summary>Keys without a section that a command line may set: ours, and those of ASP.NET Core's hosts (WebHostDefaults).</summary>
    private static readonly string[] Keys =
    [
        "urls", "http_ports", "https_ports", "role", "allowedhosts", "forwardedheaders_enabled", "environment", "contentroot", "webroot",
        "applicationname", "detailederrors", "shutdowntimeoutseconds", "capturestartuperrors", "suppressstatusmessages",
        "preferhostingurls", "preventhostingstartup", "hostingstartupassemblies", "hostingstartupexcludeassemblies", "startupassembly",
        "staticwebassets",
    ];

    // Another one is .NET's or nobody's; one that is nearly one of these is mistyped.
    private static readonly string[] Sections =
    [
        "portal", "database", "jobs", "launch", "live", "limits", "review", "samples", "accounts", "knowledge", "cluster", "proxies",
        "sources", "verifiers", "models", "dataprotection", "logging", "kestrel",
    ];

    public static string[] Expand(string[] args) => [.. args.Select(Expand)];

    /// <summary>Configuration drops what it does not understand, and takes whatever follows a key for its value; a portal that started so
    /// would be another one than was asked for.</summary>
    /// <returns>What is wrong, in one sentence; null when nothing is.</returns>
    public static string? FindTrouble(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
        {
            var (word, next) = (args[at], at + 1 < args.Length ? args[at + 1] : null);
            if (word is "" or "--no-samples" || word.EndsWith('=')) continue; // nothing after the sign sets nothing
            if (!IsOption(word))
            {
                if (word.Contains('=') && !word.StartsWith('=')) continue; // Key=value
                return $"{word} is neither an option nor the value of one. --help lists them.";
            }
            var (name, hasValue) = (word.TrimStart('-', '/'), word.Contains('='));
            if (hasValue) name = name[..name.IndexOf('=', StringComparison.Ordinal)];
            if (!IsKnown(name)) return NoSuch(name);
            if (name.Split(':') is [var section, _, ..] && !Sections.Contains(section, StringComparer.OrdinalIgnoreCase)
                && NearestName.To(section, Sections) is { } near) return $"There is no section {section} of settings. Did you mean {near}?";
            if (hasValue) continue;
            if (next is null || next.StartsWith("--", StringComparison.Ordinal)) return $"--{name} needs a value after it.";
            at++;
        }
        return null;
    }

    private static bool IsOption(string word) => word.StartsWith('-') || word.StartsWith('/');

    private static bool IsKnown(string name) =>
        name.Contains(':') || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
            || Keys.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string NoSuch(string name) =>
        $"There is no option --{name}. "
        + (NearestName.To(name, [.. Keys, "no-samples"]) is { } meant ? $"Did you mean --{meant}?"
            : "Settings are written --Section:Key=value; --help lists the rest.");

    private static string Expand(string arg) => arg switch
    {
        "--no-samples" => "--Samples:Enabled=false",
        "--role" => "--Portal:Role",
        _ when arg.StartsWith("--role=", StringComparison.Ordinal) => "--Portal:Role=" + arg["--role=".Length..],
        _ => arg,
    };
}
