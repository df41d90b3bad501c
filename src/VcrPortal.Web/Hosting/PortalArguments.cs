namespace VcrPortal.Web.Hosting;

/// <summary>The command line in the words of configuration: <c>--role worker</c>, <c>--no-samples</c>; everything else passes.</summary>
internal static class PortalArguments
{
    public static string[] Expand(string[] args) => [.. args.Select(Expand)];

    private static string Expand(string arg) => arg switch
    {
        "--no-samples" => "--Samples:Enabled=false",
        "--role" => "--Portal:Role",
        _ when arg.StartsWith("--role=", StringComparison.Ordinal) => "--Portal:Role=" + arg["--role=".Length..],
        _ => arg,
    };
}
