using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Hosting;

/// <summary>The causes of a failed start that an operator can mend, in one sentence each; anything else is a bug and shows its
/// stack.</summary>
internal static class StartFailure
{
    public static string? Describe(Exception failure) => failure switch
    {
        PortalStartException e => e.Message,
        OptionsValidationException e => string.Join(' ', e.Failures),
        IOException { InnerException: AddressInUseException } =>
            "The address is in use by another program; name another one with --urls, for example --urls "
            + $"{PortalOptions.DefaultAddress[..^1]}1.",
        InvalidOperationException e when e.Message.Contains("Failed to convert configuration value", StringComparison.Ordinal) => e.Message,
        _ when DatabaseTrouble.Describe(failure) is not null => DatabaseTrouble.Explain(failure, ""),
        _ => null,
    };
}
