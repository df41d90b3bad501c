namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>The model could not answer; the message is a sentence for people that says what to do.</summary>
public sealed class ModelUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Asking again may help, as long as nothing of the answer has come.</summary>
    public bool IsBusy { get; init; }

    /// <summary>When the service wants to be asked again.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
