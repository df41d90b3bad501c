using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Hosting;

/// <summary>The causes of a failed start that an operator can mend, in one sentence each; anything else is a bug and shows its
/// stack.</summary>
internal static partial class StartFailure
{
    // The words of the configuration's JSON reader.
    private const string UnreadableFile = "Failed to load configuration";

    public static string? Describe(Exception failure) => failure switch
    {
        PortalStartException e => e.Message,
        OptionsValidationException e => string.Join(' ', e.Failures),
        IOException { InnerException: AddressInUseException } =>
            "The address is in use by another program; name another one with --urls, for example --urls "
            + $"{PortalOptions.DefaultAddress[..^1]}1.",
        InvalidDataException { InnerException: { } inner } e when e.Message.StartsWith(UnreadableFile, StringComparison.Ordinal) =>
            $"{e.Message} {inner.InnerException?.Message ?? inner.Message}",
        InvalidOperationException e when Unreadable().Match(e.Message) is { Success: true } value => Unread(value, e.Message),
        InvalidOperationException e when Unknown().Match(e.Message) is { Success: true } key => NoSuchKey(key),
        InvalidOperationException { InnerException: { } inner } when Describe(inner) is { } said => said, // of a key in a list
        _ when DatabaseTrouble.Describe(failure) is not null => DatabaseTrouble.Explain(failure, ""),
        _ => null,
    };

    private static string Unread(Match value, string otherwise)
    {
        var type = TypeNamed(value.Groups["type"].Value);
        var wanted = type switch
        {
            { IsEnum: true } => $"it is one of {string.Join(", ", Enum.GetNames(type))}",
            _ when type == typeof(bool) => "it is true or false",
            _ when type == typeof(int) || type == typeof(long) => "it is a whole number",
            _ when type == typeof(double) || type == typeof(decimal) => "it is a number",
            _ when type == typeof(TimeSpan) => "it is a time like 00:00:30",
            _ => null,
        };
        return wanted is null ? otherwise : $"{value.Groups["key"].Value} is \"{value.Groups["value"].Value}\", and {wanted}.";
    }

    private static string NoSuchKey(Match unknown)
    {
        var options = typeof(StartFailure).Assembly.GetTypes().FirstOrDefault(t => t.Name == unknown.Groups["type"].Value);
        var section = options?.GetField("Section")?.GetRawConstantValue() as string ?? unknown.Groups["type"].Value;
        var key = unknown.Groups["key"].Value;
        var near = NearestName.To(key, options?.GetProperties().Select(p => p.Name.ToLowerInvariant()) ?? []);
        var meant = options?.GetProperties().Select(p => p.Name).FirstOrDefault(n => n.Equals(near, StringComparison.OrdinalIgnoreCase));
        return $"There is no setting {section}:{key}.{(meant is null ? "" : $" Did you mean {section}:{meant}?")}";
    }

    private static Type? TypeNamed(string name) =>
        Type.GetType(name.StartsWith("System.Nullable`1[", StringComparison.Ordinal) ? name["System.Nullable`1[".Length..^1] : name)
            ?? typeof(StartFailure).Assembly.GetType(name);

    // The words of the configuration binder.
    [GeneratedRegex("Failed to convert configuration value '(?<value>.*)' at '(?<key>.*)' to type '(?<type>.*)'")]
    private static partial Regex Unreadable();

    [GeneratedRegex("properties were not found on the instance of (?:[A-Za-z0-9_.]*\\.)?(?<type>[A-Za-z0-9_]+): '(?<key>[^']*)'")]
    private static partial Regex Unknown();
}
