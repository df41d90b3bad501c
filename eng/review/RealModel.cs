using VcrPortal.Generation.Agents.LanguageModels.Chat;

namespace VcrPortal.Review;

/// <summary>A real model, where the environment names one: asking it costs tokens.</summary>
internal static class RealModel
{
    public const string HowToName = "set VCR_TEST_OPENAI_BASE and VCR_TEST_OPENAI_MODEL, or VCR_TEST_ANTHROPIC_KEY";

    /// <summary>Null where the environment names none.</summary>
    public static (ChatModel Model, ModelKey Key)? FromEnvironment() => (Variable("OPENAI_BASE"), Variable("ANTHROPIC_KEY")) switch
    {
        ({ } address, _) => (new("real", ModelKind.OpenAi, new(address), Variable("OPENAI_MODEL") ?? "gpt-4.1"),
            new(Variable("OPENAI_KEY"))),
        (_, { } key) => (new("real", ModelKind.Anthropic, new("https://api.anthropic.com"),
            Variable("ANTHROPIC_MODEL") ?? "claude-sonnet-4-5"), new(key)),
        _ => null,
    };

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable("VCR_TEST_" + name) is { Length: > 0 } value ? value : null;
}
