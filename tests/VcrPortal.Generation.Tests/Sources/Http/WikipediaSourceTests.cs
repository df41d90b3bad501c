using System.Net;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;

namespace VcrPortal.Generation.Tests.Sources.Http;

public class WikipediaSourceTests
{
    private sealed class Answers(Func<string, (HttpStatusCode, string)> answer) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Asked.Add(request.RequestUri!.PathAndQuery);
            var (status, body) = answer(request.RequestUri.PathAndQuery);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
        }
    }

    private static RetrievalRequest About(string name)
    {
        var perturbation = new Perturbation(PerturbationKind.Chemical, name);
        var record = new PerturbationRecord([], [perturbation]);
        return new(
            record, [],
            new Question(record, [new(name, perturbation, null, VcrPortal.Generation.Knowledge.Polarity.Unknown, [])], null, [], []));
    }

    private static WikipediaSource Source(Answers answers) =>
        new(new(new(answers) { BaseAddress = new("http://127.0.0.1:9/") }, WikipediaSource.SourceName, TimeProvider.System));

    [Fact]
    public async Task Summary_OfTheFirstHit_IsEvidenceWithItsAddressAndLicence()
    {
        var answers = new Answers(path => (HttpStatusCode.OK, path.StartsWith("/w/api.php", StringComparison.Ordinal)
            ? """{"query":{"search":[{"title":"Some drug"}]}}""" : """{"extract":"Some drug is a drug."}"""));
        var item = Assert.Single(await Source(answers).RetrieveAsync(About("some drug & more"), default));
        Assert.Equal("Some drug is a drug.", item.Passage);
        Assert.Equal("https://en.wikipedia.org/wiki/Some_drug", item.Url);
        Assert.Equal("CC BY-SA 4.0", item.Licence);
        Assert.Contains("srsearch=some%20drug%20%26%20more", answers.Asked[0]);
    }

    [Fact]
    public async Task NoHit_IsNoEvidence() =>
        Assert.Empty(await Source(new(_ => (HttpStatusCode.OK, """{"query":{"search":[]}}"""))).RetrieveAsync(About("x"), default));

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "slow down")]
    [InlineData(HttpStatusCode.OK, "<html>not json")]
    public async Task AnswerThatCannotBeRead_IsUnavailable(HttpStatusCode status, string body) =>
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Source(new(_ => (status, body))).RetrieveAsync(About("x"), default));
}
