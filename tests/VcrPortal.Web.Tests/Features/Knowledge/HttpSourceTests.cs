using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Knowledge;

namespace VcrPortal.Web.Tests.Features.Knowledge;

public class HttpSourceTests
{
    private const string Section = "Sources:Wikipedia";
    private const string Search = """{"query":{"search":[{"title":"Some drug"}]}}""";

    private static readonly Answer Busy = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
    private static readonly Answer Never = async (_, ct) =>
    {
        await new TaskCompletionSource().Task.WaitAsync(ct);
        throw new InvalidOperationException("Only a time-out ends this.");
    };

    private delegate Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken ct);

    [Fact]
    public async Task ASource_ThatIsBusyTwice_IsAskedAThirdTime()
    {
        var service = new Service(Busy, Busy, Say(Search), Say("""{"extract":"Some drug is a drug."}"""));
        Assert.Equal("Some drug is a drug.", Assert.Single(await AskWikipediaAsync(service)).Passage);
        Assert.Equal(4, service.Asked);
    }

    [Fact]
    public async Task ASource_ThatSaysWhen_IsAskedThen()
    {
        var service = new Service(TooMany(TimeSpan.Zero), Say(Search), Say("""{"extract":"x"}"""));
        Assert.Single(await AskWikipediaAsync(service, ("RetryDelay", "00:30:00"), ("Timeout", "00:01:00")));
        Assert.Equal(3, service.Asked);
    }

    [Fact]
    public async Task ASource_ThatSaysLater_IsNotAskedBefore()
    {
        var service = new Service(TooMany(TimeSpan.FromHours(1)), Say(Search));
        await Assert.ThrowsAsync<SourceUnavailableException>(() => AskWikipediaAsync(service, ("Timeout", "00:00:00.3")));
        Assert.Equal(1, service.Asked);
    }

    [Fact]
    public async Task ASource_ThatHangsOnce_IsAskedAgain()
    {
        var service = new Service(Never, Say(Search), Say("""{"extract":"x"}"""));
        Assert.Single(await AskWikipediaAsync(service, ("AttemptTimeout", "00:00:00.2"), ("Timeout", "00:01:00")));
    }

    [Fact]
    public async Task ASource_ThatAlwaysHangsOrIsAlwaysBusy_IsUnavailable()
    {
        await Assert.ThrowsAsync<SourceUnavailableException>(
            () => AskWikipediaAsync(new Service(Never), ("AttemptTimeout", "00:00:00.1"), ("Timeout", "00:00:00.4")));
        var busy = new Service(Busy);
        await Assert.ThrowsAsync<SourceUnavailableException>(() => AskWikipediaAsync(busy));
        Assert.Equal(3, busy.Asked);
    }

    [Theory]
    [InlineData("{\"query\":")]
    [InlineData("<html>")]
    public async Task ASource_ThatAnswersNonsense_IsUnavailable_AndNotAskedAgain(string nonsense)
    {
        var service = new Service(Say(nonsense));
        await Assert.ThrowsAsync<SourceUnavailableException>(() => AskWikipediaAsync(service));
        Assert.Equal(1, service.Asked);
    }

    [Fact]
    public async Task APredictor_ThatIsBusyOnce_PredictsAndOneThatAlwaysIs_CannotSay()
    {
        var service = new Service(Busy, Say("""{"affinity_probability_binary":0.9}"""));
        Assert.Equal(0.9, (await Boltz(Client(service)).PredictAsync(Asked, default)).Predicted?.Probability);
        foreach (var trouble in (Answer[])[Busy, Never, Say("{"), TooMany(TimeSpan.FromHours(1))])
        {
            var client = Client(new Service(trouble), ("AttemptTimeout", "00:00:00.1"), ("Timeout", "00:00:00.3"));
            var answer = await Boltz(client).PredictAsync(Asked, default);
            Assert.Null(answer.Predicted);
            Assert.StartsWith("Boltz-2: ", answer.Why, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("BaseAddress", "somewhere")]
    [InlineData("Timeout", "soon")]
    [InlineData("Timeout", "-00:00:01")]
    [InlineData("AttemptTimeout", "00:30:00")]
    [InlineData("RetryDelay", "never")]
    public void ASetting_ThatWillNotDo_StopsTheStartWithItsName(string key, string value) => Assert.Contains(
        $"{Section}:{key}", Assert.Throws<PortalStartException>(() => Client(new Service(Busy), (key, value))).Message);

    private static readonly AffinityQuestion Asked = new("x", null, null, "MAP2K1");

    private static BoltzService Boltz(HttpClient client) => new(new(client, BoltzService.ServiceName, TimeProvider.System));

    private static Answer Say(string text) =>
        (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) });

    private static Answer TooMany(TimeSpan after) => (_, _) => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(after) } });

    private static async Task<IReadOnlyList<EvidenceItem>> AskWikipediaAsync(Service service, params (string Key, string Value)[] settings)
    {
        var perturbation = new Perturbation(PerturbationKind.Chemical, "some drug");
        var record = new PerturbationRecord([], [perturbation]);
        var question = new Question(record, [new("some drug", perturbation, null, Polarity.Unknown, [])], null, [], []);
        return await new WikipediaSource(new(Client(service, settings), WikipediaSource.SourceName, TimeProvider.System))
            .RetrieveAsync(new(record, [], question), default);
    }

    private static HttpClient Client(Service service, params (string Key, string Value)[] settings)
    {
        var values = settings.Concat([("BaseAddress", "http://source.test"), ("RetryDelay", "00:00:00.001")]).DistinctBy(s => s.Item1)
            .ToDictionary(s => $"{Section}:{s.Item1}", s => (string?)s.Item2);
        var services = new ServiceCollection().AddLogging();
        Assert.True(HttpSource.Add(
            services, new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Section, TimeSpan.FromSeconds(60),
            TimeSpan.FromSeconds(60)));
        services.AddHttpClient(Section).ConfigurePrimaryHttpMessageHandler(() => service);
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(Section);
    }

    /// <summary>Answers in this order; the last one for good.</summary>
    private sealed class Service(params Answer[] answers) : HttpMessageHandler
    {
        private readonly ConcurrentQueue<Answer> _left = new(answers);
        private int _asked;

        public int Asked => _asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return (_left.TryDequeue(out var answer) ? answer : answers[^1])(request, cancellationToken);
        }
    }
}
