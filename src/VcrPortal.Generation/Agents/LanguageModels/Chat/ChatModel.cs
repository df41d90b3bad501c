namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>The protocol that a service speaks.</summary>
public enum ModelKind { OpenAi, Anthropic }

/// <summary>A chat model as an administrator configured it, without its key.</summary>
/// <param name="Name">What people choose it by, at most 30 characters; no two models share one.</param>
/// <param name="Endpoint">For OpenAI's protocol with the version (<c>https://host/v1</c>), for Anthropic's without.</param>
/// <param name="Model">What the service calls it.</param>
public sealed record ChatModel(string Name, ModelKind Kind, Uri Endpoint, string Model)
{
    /// <summary>0 to 2; null leaves it to the service.</summary>
    public double? Temperature { get; init; }

    /// <summary>Tokens of one answer.</summary>
    public int MaxOutputTokens { get; init; } = 8192;

    /// <summary>Tokens of one job, questions and answers together.</summary>
    public long TokenBudget { get; init; } = 400_000;

    /// <summary>Times that one report may ask sources.</summary>
    public int ToolCalls { get; init; } = 12;

    /// <summary>The longest wait for the next piece of an answer.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest that one answer may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause before a busy service is asked again, where it does not say when itself.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The price of a million tokens; null where no price is configured.</summary>
    public decimal? InputPrice { get; init; }

    /// <inheritdoc cref="InputPrice"/>
    public decimal? OutputPrice { get; init; }

    /// <summary>The currency of the prices, by ISO 4217: <c>USD</c>; null where no price is configured.</summary>
    public string? Currency { get; init; }

    public decimal? CostOf(long input, long output) =>
        InputPrice is { } i && OutputPrice is { } o ? (input * i + output * o) / 1_000_000m : null;
}

/// <summary>A key, which no log, page or exception prints.</summary>
public sealed class ModelKey(string? value)
{
    public bool IsThere => !string.IsNullOrWhiteSpace(value);

    /// <summary>For the header of a request, and nothing else.</summary>
    internal string Reveal() => IsThere ? value! : "none";

    public override string ToString() => IsThere ? "a key" : "no key";
}
