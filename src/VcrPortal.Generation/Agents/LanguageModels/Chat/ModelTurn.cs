using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>
/// One request to a model, streamed. A busy service is asked again twice, as long as nothing has come; every other trouble is one sentence.
/// Where an answer breaks off, what came of it stands, and the end says why.
/// </summary>
/// <param name="tries">Times that a busy service is asked, the first included.</param>
internal sealed class ModelTurn(IChatClient client, ChatModel model, TimeProvider clock, int tries = 3)
{
    /// <summary>Characters of one answer: longer than any report or explanation that is taken.</summary>
    public const int LongestAnswer = 200_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<TurnPiece> AskAsync(
        IList<ChatMessage> history, ChatOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var asked = 1; ; asked++)
        {
            using var patience = new Patience(model, clock, ct);
            await using var updates = client.GetStreamingResponseAsync(history, options, patience.Token)
                .GetAsyncEnumerator(patience.Token);
            var next = await NextAsync(updates, patience, ct);
            if (next.Failure is { IsBusy: true } busy && asked < tries && PauseAfter(busy, asked) is { } pause)
            {
                yield return new TurnPiece.Again($"{busy.Message} It is asked again after {pause.TotalSeconds:0.#} s.");
                await Task.Delay(pause, clock, ct);
                continue;
            }
            if (next.Failure is { } refused) throw refused;
            var answer = new Gathered();
            for (; next.Update is { } update; next = await NextAsync(updates, patience, ct))
            {
                var text = update.Text;
                answer.Add(update, text.Length);
                if (text.Length > 0) yield return new TurnPiece.Text(text);
                if (answer.Characters > LongestAnswer) break;
            }
            yield return answer.ToEnd(model, next.Failure);
            yield break;
        }
    }

    private TimeSpan? PauseAfter(ModelUnavailableException busy, int asked)
    {
        var pause = busy.RetryAfter ?? model.RetryDelay * (1 << (asked - 1));
        return pause > LongestPause ? null : pause;
    }

    private readonly record struct Next(ChatResponseUpdate? Update, ModelUnavailableException? Failure);

    private async ValueTask<Next> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, Patience patience, CancellationToken ct)
    {
        try
        {
            var next = updates.MoveNextAsync();
            // A piece that is there already is not waited for; models send thousands of them.
            if (!next.IsCompleted) patience.Begin();
            return await next ? new(updates.Current, null) : default;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return new(null, Told(failure, patience));
        }
    }

    private ModelUnavailableException Told(Exception failure, Patience patience)
    {
        for (var at = failure; at is not null; at = at.InnerException)
            if (at is ModelUnavailableException told) return told;
        var named = $"The model \u201c{model.Name}\u201d";
        if (patience.IsOver) return new($"{named} {patience.Reason}", failure);
        for (var at = failure; at is not null; at = at.InnerException)
            if (at is HttpRequestException or IOException)
                return new($"{named} could not be reached, or the connection to it broke off. Try again later.", failure) { IsBusy = true };
        return new($"{named} answered in a way that could not be read ({failure.GetType().Name}). An administrator has to look at its "
            + "address and kind.", failure);
    }

    /// <summary>What has come of an answer so far.</summary>
    private sealed class Gathered
    {
        private readonly ImmutableArray<FunctionCallContent>.Builder _calls = ImmutableArray.CreateBuilder<FunctionCallContent>();
        private readonly UsageDetails _usage = new();
        private ChatFinishReason? _finish;

        public int Characters { get; private set; }

        public void Add(ChatResponseUpdate update, int characters)
        {
            _finish = update.FinishReason ?? _finish;
            Characters += characters;
            for (var i = 0; i < update.Contents.Count; i++)
            {
                if (update.Contents[i] is FunctionCallContent call) _calls.Add(call);
                else if (update.Contents[i] is UsageContent used) _usage.Add(used.Details);
            }
        }

        public TurnPiece.Ended ToEnd(ChatModel model, ModelUnavailableException? failure) => new(
            failure is null ? _calls.ToImmutable() : [], _usage.InputTokenCount ?? 0, _usage.OutputTokenCount ?? 0, failure switch
            {
                not null => failure.Message,
                _ when Characters > LongestAnswer => $"The answer is longer than {LongestAnswer:N0} characters and was cut off.",
                _ when _finish == ChatFinishReason.Length => $"The answer reached its limit of {model.MaxOutputTokens:N0} tokens.",
                _ when _finish == ChatFinishReason.ContentFilter => "The service's filter ended the answer.",
                _ when _finish is null => "The connection ended before the answer did.",
                _ => null,
            });
    }
}
