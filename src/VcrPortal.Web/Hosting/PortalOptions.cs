using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Hosting;

/// <summary>Section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>What this process does: <c>portal</c> (pages and endpoints), <c>worker</c> (runs jobs), or both. Also
    /// <c>--role</c>.</summary>
    public string Role { get; set; } = "portal,worker";

    public bool IsPortal => Roles().Contains("portal", StringComparer.OrdinalIgnoreCase);
    public bool IsWorker => Roles().Contains("worker", StringComparer.OrdinalIgnoreCase);

    // No property: it would be taken for a setting of that name.
    internal string[] Roles() => Role.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class ValidatePortalOptions : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options) =>
        options.Roles() is { Length: > 0 } roles && roles.All(r => r.ToUpperInvariant() is "PORTAL" or "WORKER")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Portal:Role (or --role) is \"{options.Role}\"; write portal, worker, or portal,worker.");
}
