using System.Collections.Immutable;

namespace VcrPortal.Web.Pages.Reading;

/// <summary>Work of others that ships with the program.</summary>
/// <param name="Licence">Its SPDX name.</param>
/// <param name="For">What it does here, in a few words.</param>
/// <param name="Packages">How the names of its packages begin.</param>
public sealed record BuiltOn(string Name, string Licence, string For, params ImmutableArray<string> Packages)
{
    /// <summary>A test compares this with the packages that the projects name.</summary>
    public static ImmutableArray<BuiltOn> All { get; } =
    [
        new(".NET, ASP.NET Core and Entity Framework Core", "MIT", "everything", "Microsoft.AspNetCore.", "Microsoft.EntityFrameworkCore.",
            "Microsoft.Extensions.", "System."),
        new("SQLite", "public domain", "the database of a single portal"),
        new("Microsoft.Data.SqlClient", "MIT", "SQL Server", "Microsoft.Data.SqlClient"),
        new("Microsoft.Identity.Web", "MIT", "sign-in with Entra ID", "Microsoft.Identity.Web"),
        new("DuckDB and DuckDB.NET", "MIT", "Parquet and large tables", "DuckDB.NET."),
        new("Semantic Kernel", "MIT", "agents of language models", "Microsoft.SemanticKernel."),
        new("Anthropic SDK", "Apache-2.0", "models of Anthropic's protocol", "Anthropic"),
        new("MudBlazor", "MIT", "controls of the work pages", "MudBlazor"),
        new("Blazor.Diagrams", "MIT", "the board on which graphs are drawn", "Z.Blazor.Diagrams"),
        new("SkiaSharp and Skia", "MIT", "the picture beside a link", "SkiaSharp"),
        new("Markdig", "BSD-2-Clause", "Markdown", "Markdig"),
        new("Spectre.Console", "MIT", "progress on a terminal", "Spectre.Console"),
        new("Orleans", "MIT", "jobs in one process or over several machines", "Microsoft.Orleans."),
        new("OpenTelemetry", "Apache-2.0", "traces and metrics of the program", "OpenTelemetry."),
    ];
}
