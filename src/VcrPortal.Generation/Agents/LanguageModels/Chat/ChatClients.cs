using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;

namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>One client for each configured model, with no retries of its own: what may be asked again is decided by
/// <see cref="ModelTurn"/>, and told.</summary>
internal static class ChatClients
{
    /// <param name="handler">How requests leave; tests give their own.</param>
    public static IChatClient For(ChatModel model, ModelKey key, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(new ModelDoor(model, clock, handler ?? Direct())) { Timeout = Timeout.InfiniteTimeSpan };
        return model.Kind switch
        {
            ModelKind.Anthropic => new AnthropicClient
            {
                BaseUrl = model.Endpoint.ToString().TrimEnd('/'),
                ApiKey = key.Reveal(),
                HttpClient = http,
                MaxRetries = 0,
            }.AsIChatClient(model.Model, model.MaxOutputTokens),
            _ => new OpenAIClient(new ApiKeyCredential(key.Reveal()), new OpenAIClientOptions
            {
                Endpoint = model.Endpoint,
                Transport = new HttpClientPipelineTransport(http),
                RetryPolicy = new ClientRetryPolicy(0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            }).GetChatClient(model.Model).AsIChatClient(),
        };
    }

    private static SocketsHttpHandler Direct() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseDrainSize = 64 * 1024,
    };
}
