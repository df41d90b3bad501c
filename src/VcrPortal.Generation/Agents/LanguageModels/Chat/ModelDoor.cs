using System.Net;
using System.Net.Http.Headers;

namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>
/// The one way out to a model: only its configured host, no redirect, and every answer that is no stream of text becomes a sentence. What a
/// service says of its errors is not repeated, for it may hold the key.
/// </summary>
internal sealed class ModelDoor(ChatModel model, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || !IsConfigured(address))
            throw new ModelUnavailableException($"{Named} was to be asked at another address than the configured one. Nothing was sent.");
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (Refusal(answer) is not { } refusal) return answer;
        answer.Dispose();
        throw refusal;
    }

    private string Named => $"The model \u201c{model.Name}\u201d";

    private bool IsConfigured(Uri address) =>
        (address.Scheme, address.IdnHost, address.Port) == (model.Endpoint.Scheme, model.Endpoint.IdnHost, model.Endpoint.Port);

    private ModelUnavailableException? Refusal(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new($"{Named} refused the key ({(int)answer.StatusCode}). An "
            + "administrator has to set a valid one."),
        HttpStatusCode.TooManyRequests => new($"{Named} takes no more requests now (429): its quota is used up, or too many ask at once. "
            + "Try again later.")
        { IsBusy = true, RetryAfter = After(answer.Headers.RetryAfter) },
        HttpStatusCode.NotFound => new($"{Named} was not found at its address (404). An administrator has to check its address and name."),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new($"{Named} sends its askers to another address "
            + $"({(int)answer.StatusCode}). An administrator has to configure the right one."),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new($"{Named} is out of order "
            + $"({(int)answer.StatusCode}). Try again later.")
        { IsBusy = true, RetryAfter = After(answer.Headers.RetryAfter) },
        >= HttpStatusCode.BadRequest => new($"{Named} did not take the question ({(int)answer.StatusCode}): it may be too long for it, "
            + "or it knows a setting not. Ask for less, or choose another model."),
        _ when answer.Content.Headers.ContentType?.MediaType is not "text/event-stream" => new($"{Named} answered with "
            + $"{Written(answer.Content.Headers.ContentType)} instead of a stream of text. An administrator has to check its address."),
        _ => null,
    };

    private static string Written(MediaTypeHeaderValue? type) => type?.MediaType switch
    {
        "text/html" => "a web page",
        "application/json" => "one JSON document",
        null => "nothing",
        _ => "something else",
    };

    /// <summary>A wait of more than a minute is no wait but a refusal.</summary>
    private TimeSpan? After(RetryConditionHeaderValue? header)
    {
        var wait = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } span && span < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
