using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using VcrPortal.Generation;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Bench.Running;

/// <summary>
/// What our side costs for each token that a model streams, beside its bare SDK over the same bytes; and twenty jobs that stream at once.
/// There is no model: the answers were written for this, and come from memory.
/// </summary>
internal static class AgentsBench
{
    private const int Tokens = 4000, Warm = 30, Rounds = 41, Jobs = 20;

    private const string Remark = "agents: CPU of the whole process, in turns, median of the rounds after those in which the compiler "
        + "is at work; a token is one chunk of the protocol. Ours is the "
        + "report generator with its citation check, word by word. The answers come from memory: no model and no network is in the "
        + "numbers.";

    private static readonly PerturbationRecord Question = new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var body = Body(Tokens);
        List<TimeSpan> all = [], alone = [], abstracted = [];
        await using var services = Services(new CannedModel(body, TimeSpan.Zero));
        for (var round = -Warm; round < Rounds; round++)
        {
            var (here, there) = (await CpuOfAsync(() => ReportAsync(services)), await CpuOfAsync(() => StreamAsync(body)));
            var between = await CpuOfAsync(() => StreamAbstractedAsync(body));
            if (round < 0) continue;
            all.Add(here);
            alone.Add(there);
            abstracted.Add(between);
        }
        var (ours, bare) = (Median(all), Median(alone));
        return
        [
            new("one streamed token, CPU", Row.Microseconds(ours / Tokens), $"bare SDK: {Row.Microseconds(bare / Tokens)}",
                Row.Times(ours / bare), "at most 2x", Remark),
            new("the same SDK behind IChatClient alone", Row.Microseconds(Median(abstracted) / Tokens), "the same",
                Row.Times(Median(abstracted) / bare), "-", null),
            await TwentyAsync(),
        ];
    }

    /// <summary>Every token is held for 5 ms, as a fast model does; the longest wait of any stream for its next piece is told.</summary>
    private static async Task<Row> TwentyAsync()
    {
        const int tokens = 400;
        await using var services = Services(new CannedModel(Body(tokens), TimeSpan.FromMilliseconds(5)));
        var since = Stopwatch.GetTimestamp();
        var gaps = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(_ => Task.Run(() => LongestGapAsync(services))));
        var took = Stopwatch.GetElapsedTime(since);
        return new($"{Jobs} reports streamed at once, {tokens} tokens each", $"longest gap {Row.Milliseconds(gaps.Max())}",
            $"median of the longest: {Row.Milliseconds(gaps.Order().ElementAt(Jobs / 2))}", null, "no gap that a reader sees (250 ms)",
            string.Create(CultureInfo.InvariantCulture, $"agents: the {Jobs} streams took {took.TotalSeconds:0.0} s together."));
    }

    private static async Task<TimeSpan> LongestGapAsync(ServiceProvider services)
    {
        var (longest, last) = (TimeSpan.Zero, 0L);
        await foreach (var output in Outputs(services))
        {
            if (output is not ReportOutput.Text) continue;
            var now = Stopwatch.GetTimestamp();
            if (last != 0 && Stopwatch.GetElapsedTime(last, now) is var gap && gap > longest) longest = gap;
            last = now;
        }
        return longest;
    }

    private static async Task ReportAsync(ServiceProvider services)
    {
        await foreach (var _ in Outputs(services)) { }
    }

    private static IAsyncEnumerable<ReportOutput> Outputs(ServiceProvider services)
    {
        var engine = services.GetRequiredService<EngineRegistry>().Find(ModelEngines.IdOf(ModelEngines.TwoAgents, "bench"))!;
        var question = services.GetRequiredService<QuestionGrounding>().Ground(Question);
        ImmutableArray<EvidenceItem> evidence =
            [new(1, "bench", "1", null, "Binimetinib", "MAP2K1 is a target of Binimetinib.", null, "CC0", TrustTier.Curated)];
        return engine.Reports!.WriteAsync(new(Question, question, new EvidenceIndex(evidence), new EngineNotes()), CancellationToken.None);
    }

    private static async Task StreamAsync(byte[] body)
    {
        var characters = 0;
        await foreach (var update in BareClient(body).CompleteChatStreamingAsync(["question"]))
            foreach (var part in update.ContentUpdate) characters += part.Text.Length;
        if (characters == 0) throw new InvalidOperationException("Nothing was streamed.");
    }

    private static async Task StreamAbstractedAsync(byte[] body)
    {
        var characters = 0;
        await foreach (var update in BareClient(body).AsIChatClient().GetStreamingResponseAsync("question"))
            characters += update.Text.Length;
        if (characters == 0) throw new InvalidOperationException("Nothing was streamed.");
    }

    private static OpenAI.Chat.ChatClient BareClient(byte[] body) =>
        new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions
        {
            Endpoint = new Uri("http://model.test/v1"),
            Transport = new HttpClientPipelineTransport(new HttpClient(new CannedModel(body, TimeSpan.Zero))),
        }).GetChatClient("m");

    private static ServiceProvider Services(CannedModel canned) => new ServiceCollection()
        .AddSingleton(TimeProvider.System).AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration()
        .AddChatModel(
            new ChatModel("bench", ModelKind.OpenAi, new Uri("http://model.test/v1"), "m"), new ModelKey(null), () => canned)
        .BuildServiceProvider();

    private static async Task<TimeSpan> CpuOfAsync(Func<Task> work)
    {
        // Neither pays for what the other left behind.
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static TimeSpan Median(List<TimeSpan> measured) => measured.Order().ElementAt(measured.Count / 2);

    /// <summary>A report of short sentences, all of them cited, as its protocol streams it.</summary>
    private static byte[] Body(int tokens)
    {
        string[] words = ["MAP2K1 ", "falls ", "and ", "so ", "does ", "MAPK1 ", "in ", "this ", "line ", "[1]", ". "];
        var text = new StringBuilder();
        for (var i = 0; i < tokens; i++)
            text.Append("data: ").Append(Chunk(new { content = words[i % words.Length] }, null)).Append("\n\n");
        text.Append("data: ").Append(Chunk(new { }, "stop")).Append("\n\ndata: ").Append(Usage(tokens)).Append("\n\ndata: [DONE]\n\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Usage(int tokens) => JsonSerializer.Serialize(new
    {
        id = "c1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "m",
        choices = Array.Empty<object>(),
        usage = new { prompt_tokens = 1, completion_tokens = tokens, total_tokens = tokens + 1 },
    });

    private static string Chunk(object delta, string? finish) => JsonSerializer.Serialize(new
    {
        id = "c1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    });

    /// <summary>Answers every request with the same stream, from memory, one event after the other.</summary>
    private sealed class CannedModel(byte[] body, TimeSpan pause) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new PacedStream(body, pause));
            content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
