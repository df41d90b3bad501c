using System.Globalization;
using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>Diagnostics in a reader's words.</summary>
internal static class DiagnosticText
{
    /// <summary>"1 error, 2 warnings"; empty for none.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> items) => string.Join(", ",
        from severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Note]
        let count = items.Count(i => i.Severity == severity)
        where count > 0
        select string.Create(CultureInfo.InvariantCulture, $"{count} {severity.ToString().ToLowerInvariant()}{(count == 1 ? "" : "s")}"));

    public static string? BadgeClass(Severity severity) =>
        severity switch { Severity.Error => "danger", Severity.Warning => "notice", _ => null };
}
