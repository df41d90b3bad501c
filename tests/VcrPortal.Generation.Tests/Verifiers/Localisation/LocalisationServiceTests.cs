using System.Collections.Immutable;
using System.Net;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.Localisation;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers.Localisation;

/// <summary>UniProt in the shape of its answers, for claims that no table decides; the places are made up.</summary>
public class LocalisationServiceTests
{
    private static readonly EntityRecognizer Recognizer = new(StarterPack.Load());

    private const string Claim = """localises_to(id="n1", entity="MAPK1", from_loc="cytoplasm", to_loc="nucleus")""";

    [Theory]
    [InlineData("Cytoplasm", "Nucleus", VerdictKind.Supported, "has been seen in both places")]
    [InlineData("Cytoplasm", "Golgi apparatus", VerdictKind.Undetermined, "Nothing here has MAPK1 in: nucleus.")]
    public async Task Places_OfBothCompartments_Support(string first, string second, VerdictKind kind, string reason)
    {
        var verdict = await JudgeAsync(HttpStatusCode.OK, $$$"""
            {"results":[{"primaryAccession":"P28482","comments":[{"commentType":"SUBCELLULAR LOCATION","subcellularLocations":[
              {"location":{"value":"{{{first}}}"}},{"location":{"value":"{{{second}}}"}}]}]}]}
            """);
        Assert.Equal(kind, verdict.Kind);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
        Assert.All(verdict.Rows, r => Assert.Equal("UniProt", r.Source));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"results":[]}""", "Nothing here says where MAPK1 is.")]
    [InlineData(HttpStatusCode.OK, "<html>", "UniProt: It answered with a web page")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", "UniProt: It is out of order (503).")]
    public async Task Trouble_IsUndetermined_WithASentence(HttpStatusCode status, string body, string sentence)
    {
        var verdict = await JudgeAsync(status, body);
        Assert.Equal(VerdictKind.Undetermined, verdict.Kind);
        Assert.Contains(sentence, verdict.Reason, StringComparison.Ordinal);
    }

    private static async Task<Verdict> JudgeAsync(HttpStatusCode status, string body)
    {
        var http = new HttpClient(new Answer(status, body)) { BaseAddress = new("http://127.0.0.1:9/") };
        var verifier = new LocalisationVerifier(
            Recognizer, null, new LocalisationService(new(http, LocalisationService.ServiceName, TimeProvider.System)));
        var request = new VerificationRequest(new(new([], []), [], null, [], []), ExplanationReader.Read(Claim).Graph,
            ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, new EvidenceIndex([]));
        var verdicts = new List<Verdict>();
        await foreach (var verdict in verifier.VerifyAsync(request, default)) verdicts.Add(verdict);
        return Assert.Single(verdicts);
    }

    private sealed class Answer(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
