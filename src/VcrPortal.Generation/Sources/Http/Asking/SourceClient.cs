using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace VcrPortal.Generation.Sources.Http.Asking;

/// <summary>
/// Asks one service over HTTP, at its pace, and reads its answer: a kept one where there is one. Every trouble is one sentence that says
/// what happened; what came of other sources stands. The client carries base address, limits, and how often a busy service is asked
/// again.
/// </summary>
/// <param name="name">The source's.</param>
public sealed class SourceClient(HttpClient http, string name, TimeProvider clock, HostRateLimit? limit = null, ISourceCache? cache = null)
{
    /// <summary>Bytes of an answer: no honest one is longer.</summary>
    public const int LongestAnswer = 4 << 20;

    private const string GoesOn = "The job goes on without it.";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="read">Makes of the text what is wanted; throws where it is no such text.</param>
    /// <returns>Null where the service has nothing there, and that was to be expected.</returns>
    /// <exception cref="SourceUnavailableException">With a sentence.</exception>
    public async Task<SourceAnswer<T>?> AskAsync<T>(SourceQuestion question, Func<string, T> read, CancellationToken ct)
    {
        if (cache is not null && await cache.FindAsync(name, question.Key, ct) is { } kept
            && TryRead(kept.Body, read) is (true, var value)) return new(value!, kept.At, clock.GetUtcNow() - kept.At);
        var text = await SendAsync(question, ct);
        if (text is null) return null;
        var (isRead, answer) = TryRead(text, read);
        if (!isRead) throw new SourceUnavailableException(
            $"It answered with {Kind(text)}, which could not be read. {GoesOn} An administrator has to look at its address.");
        var at = clock.GetUtcNow();
        if (cache is not null) await cache.KeepAsync(name, question.Key, new(text, at), ct);
        return new(answer!, at, TimeSpan.Zero);
    }

    private static (bool IsRead, T? Value) TryRead<T>(string text, Func<string, T> read)
    {
        try { return (true, read(text)); }
        catch (Exception e) when (e is JsonException or XmlException or FormatException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>The whole question has the client's time, the body of the answer included, which the client itself does not wait
    /// for.</summary>
    private async Task<string?> SendAsync(SourceQuestion question, CancellationToken ct)
    {
        if (limit is not null) await limit.WaitAsync(ct);
        using var patience = new CancellationTokenSource(http.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            using var request = question.ToRequest();
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            limit?.Heed(answer);
            if (answer.StatusCode == HttpStatusCode.NotFound && question.MayBeAbsent) return null;
            if (Refusal(answer.StatusCode) is { } refusal) throw new SourceUnavailableException(refusal);
            return Decoded(await BodyAsync(answer, either.Token), answer.Content.Headers.ContentType?.CharSet);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SourceUnavailableException($"No answer in {http.Timeout.TotalSeconds:0.#} s. {GoesOn} Run it again later.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new SourceUnavailableException(
                $"It could not be reached, gave no answer in time, or broke off. {GoesOn} Run it again later.", failure);
        }
    }

    private static string? Refusal(HttpStatusCode status) => (int)status switch
    {
        429 => $"It takes no more questions now (429). {GoesOn} Run it again later.",
        >= 300 and < 400 => $"It sends its askers to another address ({(int)status}), where the portal does not follow. {GoesOn} An "
            + "administrator has to configure the right one.",
        401 or 403 => $"It refused the question ({(int)status}). {GoesOn} An administrator has to look at its settings.",
        404 => $"It has nothing at its address (404). {GoesOn} An administrator has to look at the address.",
        408 or >= 500 => $"It is out of order ({(int)status}). {GoesOn} Run it again later.",
        >= 400 => $"It did not take the question ({(int)status}). {GoesOn}",
        _ => null,
    };

    private static async Task<byte[]> BodyAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, ct) is var read and > 0)
        {
            if (body.Length + read > LongestAnswer) throw new SourceUnavailableException(
                $"Its answer is longer than {LongestAnswer >> 20} MB and was not read. {GoesOn}");
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    /// <summary>In the character set that it names, UTF-8 where it names none.</summary>
    private static string Decoded(byte[] body, string? charset)
    {
        var named = charset?.Trim('"');
        try
        {
            return (named is null or "" || named.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                ? StrictUtf8 : Encoding.GetEncoding(named, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback))
                .GetString(body.AsSpan(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0));
        }
        catch (Exception failure) when (failure is ArgumentException)
        {
            throw new SourceUnavailableException(
                $"Its answer is not written in the character set that it names ({Shortened(named ?? "utf-8")}). {GoesOn}", failure);
        }
    }

    private static string Kind(string text) => text.AsSpan().TrimStart() switch
    {
        [] => "nothing",
        ['<', '!', 'D' or 'd', ..] or ['<', 'h' or 'H', ..] => "a web page",
        ['{' or '[', ..] => "broken JSON",
        _ => "something else",
    };

    private static string Shortened(string text) => text.Length > 20 ? text[..20] + "\u2026" : text;
}
