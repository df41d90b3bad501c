using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Models;

/// <summary>A model of section <c>Models</c>, read and found sound.</summary>
/// <param name="Section"><c>Models:0</c>.</param>
public sealed record ConfiguredModel(string Section, ChatModel Model, ModelKey Key)
{
    /// <summary>Public services refuse whoever has no key; a server of one's own may not ask for one.</summary>
    public bool NeedsKey => Model.Kind == ModelKind.Anthropic
        || Model.Endpoint.IdnHost is "api.openai.com" or "openrouter.ai" or "generativelanguage.googleapis.com"
        || Model.Endpoint.IdnHost.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>What has to be done before it can be asked; null where nothing has.</summary>
    public string? Missing => NeedsKey && !Key.IsThere
        ? $"It has no key. Set {Section}:ApiKey in user secrets, or the environment variable {Variable($"{Section}:ApiKey")}." : null;

    /// <summary>A setting's key as an environment variable is named.</summary>
    internal static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>The models of the configuration, in their order.</summary>
public sealed record ConfiguredModels(ImmutableArray<ConfiguredModel> All);

/// <summary>
/// Reads section <c>Models</c>, a list. A setting that will not do stops the start with a sentence that names its key; a missing key of
/// the service does not, it only leaves that model out of what can be chosen.
/// </summary>
internal sealed class ModelSettings(IConfiguration configuration)
{
    public const string Section = "Models";

    /// <summary>Characters of a name: a job says engine and model on its face.</summary>
    private const int LongestName = 30;

    /// <exception cref="PortalStartException">A setting will not do.</exception>
    public ConfiguredModels Read()
    {
        ImmutableArray<ConfiguredModel> models = [.. configuration.GetSection(Section).GetChildren().Select(Read)];
        if (models.GroupBy(m => m.Model.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new PortalStartException(
                $"{twice.Last().Section}:Name is \u201c{twice.Key}\u201d, as that of another model. Give it its own.");
        return new(models);
    }

    private ConfiguredModel Read(IConfigurationSection section)
    {
        var kind = Kind(section);
        var model = new ChatModel(Name(section), kind, Endpoint(section, kind), Required(section, "Model", "gpt-4.1"))
        {
            Temperature = section["Temperature"] is null ? null : Number(section, "Temperature", 0, 2, 0.2),
            MaxOutputTokens = (int)Number(section, "MaxOutputTokens", 256, 1_000_000, 8192),
            TokenBudget = (long)Number(section, "TokenBudget", 1000, 100_000_000, 400_000),
            ToolCalls = (int)Number(section, "ToolCalls", 0, 100, 12),
            Silence = TimeSpan.FromSeconds(Number(section, "SilenceSeconds", 1, 3600, 60)),
            Limit = TimeSpan.FromSeconds(Number(section, "LimitSeconds", 1, 36_000, 600)),
            InputPrice = Price(section, "InputPrice"),
            OutputPrice = Price(section, "OutputPrice"),
            Currency = Currency(section),
        };
        return new(section.Path, model, new ModelKey(Key(section)));
    }

    private static string Name(IConfigurationSection section)
    {
        var name = Required(section, "Name", "Local model").Trim();
        return name.Length <= LongestName && !name.Any(c => char.IsControl(c) || c == ':') ? name : throw new PortalStartException(
            $"{section.Path}:Name must have at most {LongestName} characters and no colon, for example Local model.");
    }

    private static ModelKind Kind(IConfigurationSection section) => section["Kind"]?.ToLowerInvariant() switch
    {
        null or "" or "openai" => ModelKind.OpenAi,
        "anthropic" => ModelKind.Anthropic,
        var other => throw new PortalStartException(
            $"{section.Path}:Kind is \u201c{other}\u201d; write openai (for every service that speaks its protocol) or anthropic."),
    };

    private static Uri Endpoint(IConfigurationSection section, ModelKind kind)
    {
        var usual = kind == ModelKind.Anthropic ? "https://api.anthropic.com" : "https://api.openai.com/v1";
        var written = section["Endpoint"] is { Length: > 0 } given ? given : usual;
        return Uri.TryCreate(written.TrimEnd('/'), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            ? address : throw new PortalStartException(
                $"{section.Path}:Endpoint is no http or https address without a name and password in it; write one, for example {usual}.");
    }

    private static string Required(IConfigurationSection section, string key, string example) => section[key] is { Length: > 0 } value
        ? value : throw new PortalStartException($"{section.Path}:{key} is missing; write one, for example {example}.");

    private static double Number(IConfigurationSection section, string key, double least, double most, double usual)
    {
        if (section[key] is not { Length: > 0 } written) return usual;
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value : throw new PortalStartException(string.Create(CultureInfo.InvariantCulture,
                $"{section.Path}:{key} is \u201c{written}\u201d; write a number from {least} to {most}, for example {usual}."));
    }

    private static decimal? Price(IConfigurationSection section, string key) =>
        section[key] is { Length: > 0 } ? (decimal)Number(section, key, 0, 100_000, 2.5) : null;

    /// <summary>A cost without its currency says nothing, and half of a price makes no cost.</summary>
    private static string? Currency(IConfigurationSection section)
    {
        string[] prices = ["InputPrice", "OutputPrice"];
        if (prices.FirstOrDefault(p => section[p] is not { Length: > 0 }) is { } missing)
        {
            if (prices.All(p => section[p] is not { Length: > 0 })) return null;
            throw new PortalStartException($"{section.Path}:{missing} is missing; set the prices of both, or of neither.");
        }
        var written = Required(section, "Currency", "USD").Trim().ToUpperInvariant();
        return written.Length == 3 && written.All(char.IsAsciiLetterUpper) ? written : throw new PortalStartException(
            $"{section.Path}:Currency is \u201c{written}\u201d; write the three letters of the currency of the prices, for example USD.");
    }

    /// <summary>The key comes from user secrets or the environment only: a file of settings is copied and committed, a command line is seen
    /// by every process.</summary>
    private string? Key(IConfigurationSection section)
    {
        var key = $"{section.Path}:ApiKey";
        var from = (configuration as IConfigurationRoot)?.Providers
            .LastOrDefault(p => p.TryGet(key, out var value) && value is { Length: > 0 });
        var place = from switch
        {
            JsonConfigurationProvider json when json.Source.Path?.EndsWith("secrets.json", StringComparison.Ordinal) != true =>
                "in a file of settings",
            CommandLineConfigurationProvider => "on the command line",
            _ => null,
        };
        return place is null ? section["ApiKey"] : throw new PortalStartException($"{key} stands {place}, where others read it. Take it "
            + $"out, and put it into user secrets or the environment variable {ConfiguredModel.Variable(key)}.");
    }
}
