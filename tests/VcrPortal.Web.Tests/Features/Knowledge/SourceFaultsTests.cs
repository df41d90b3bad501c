using System.Text;
using Microsoft.Extensions.Configuration;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Knowledge;

/// <summary>
/// Everything that a source over the network can do wrong, with each of them as the configuration sets it up: each ends in a sentence that
/// says what happened and what becomes of the job. (That the job goes on, with all else kept, is a test of the pipeline.)
/// </summary>
public class SourceFaultsTests
{
    public static TheoryData<string, string> FaultsOfEverySource
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var source in (string[])["PubMed", "PubMedSearch", "PubChem", "Harmonizome", "Wikipedia"])
                foreach (var fault in Sentences.Keys) data.Add(source, fault);
            return data;
        }
    }

    private const string Unreadable =
        "which could not be read. The job goes on without it. An administrator has to look at its address.";

    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["never"] = "No answer in 0.4 s. The job goes on without it. Run it again later.",
        ["stops in the middle"] =
            "It could not be reached, gave no answer in time, or broke off. The job goes on without it. Run it again later.",
        ["503"] = "It is out of order (503). The job goes on without it. Run it again later.",
        ["401"] = "It refused the question (401). The job goes on without it. An administrator has to look at its settings.",
        ["redirect"] = "It sends its askers to another address (302), where the portal does not follow. The job goes on without it. "
            + "An administrator has to configure the right one.",
        ["broken JSON"] =
            $"It answered with broken JSON, {Unreadable}",
        ["a web page"] =
            $"It answered with a web page, {Unreadable}",
        ["nothing"] =
            $"It answered with nothing, {Unreadable}",
        ["unknown charset"] =
            "Its answer is not written in the character set that it names (klingon). The job goes on without it.",
        ["wrong charset"] = "Its answer is not written in the character set that it names (utf-8). The job goes on without it.",
        ["10 MB"] = "Its answer is longer than 4 MB and was not read. The job goes on without it.",
    };

    [Theory, MemberData(nameof(FaultsOfEverySource))]
    public async Task Fault_EndsInASentence(string source, string fault)
    {
        await using var service = await FaultyService.WithAsync(fault);
        // Only what never comes is given up by the clock; the rest has all the time of a busy machine.
        var (whole, once) = fault == "never" ? ("00:00:00.4", "00:00:00.4") : ("00:05:00", "00:05:00");
        await using var portal = await StartAsync(source, service, ("Timeout", whole), ("AttemptTimeout", once));
        var refusal = await Assert.ThrowsAsync<SourceUnavailableException>(() => Asked(portal).RetrieveAsync(Question, default));
        // Which of its two limits a silent service reaches first is chance, where both are the same.
        string[] expected = fault == "never" ? [Sentences[fault], Sentences["stops in the middle"]] : [Sentences[fault]];
        Assert.Contains(refusal.Message, expected);
    }

    [Theory]
    [InlineData("PubMed"), InlineData("PubMedSearch"), InlineData("PubChem"), InlineData("Harmonizome"), InlineData("Wikipedia")]
    public async Task ServiceThatIsBusy_IsNotAskedBeforeTheTimeThatItNames(string source)
    {
        await using var service = await FaultyService.WithAsync("429 with Retry-After");
        await using var portal = await StartAsync(source, service);
        var refusal = await Assert.ThrowsAsync<SourceUnavailableException>(() => Asked(portal).RetrieveAsync(Question, default));
        Assert.Equal("It takes no more questions now (429). The job goes on without it. Run it again later.", refusal.Message);
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task Redirect_IsNotFollowedToTheOtherHost()
    {
        await using var elsewhere = await FaultyService.StartAsync(_ => Task.CompletedTask);
        await using var service = await FaultyService.WithAsync("redirect", elsewhere.Address.ToString());
        await using var portal = await StartAsync("Wikipedia", service);
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Asked(portal).RetrieveAsync(Question, default));
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task Source_WithoutAnAddress_IsOff()
    {
        var nothing = new ConfigurationBuilder().Build();
        await using var portal = await TestPortal.StartAsync(services: all => all.AddNetworkSources(nothing));
        Assert.DoesNotContain(Sources(portal), s => s is INetworkUser { UsesNetwork: true });
    }

    [Fact]
    public async Task Answer_IsKeptInTheDatabase_AndItsAgeIsShown()
    {
        var clock = new ManualClock();
        await using var service = await FaultyService.StartAsync(http => FaultyService.SayAsync(http, "application/json",
            """[{"pmid":"123","title":"A title","abstract":"MEK falls."},{"pmid":"124","abstract":"Abstract not found"}]"""u8.ToArray()));
        await using var portal = await StartAsync("PubMedSearch", service, clock);
        var fresh = Assert.Single(await Asked(portal).RetrieveAsync(Question, default));
        clock.Advance(TimeSpan.FromDays(3));
        var kept = Assert.Single(await Asked(portal).RetrieveAsync(Question, default));
        Assert.Single(service.Asked);
        Assert.Equal($"{fresh.SourceVersion} (kept for 3 days)", kept.SourceVersion);
        clock.Advance(TimeSpan.FromDays(5));
        var again = Assert.Single(await Asked(portal).RetrieveAsync(Question, default));
        Assert.DoesNotContain("kept", again.SourceVersion, StringComparison.Ordinal);
        Assert.Equal(2, service.Asked.Count);
    }

    [Fact]
    public async Task Answer_ThatCouldNotBeRead_IsNotKept()
    {
        var body = "{";
        await using var service = await FaultyService.StartAsync(
            http => FaultyService.SayAsync(http, "application/json", Encoding.UTF8.GetBytes(Volatile.Read(ref body))));
        await using var portal = await StartAsync("PubMedSearch", service);
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Asked(portal).RetrieveAsync(Question, default));
        Volatile.Write(ref body, "[]");
        Assert.Empty(await Asked(portal).RetrieveAsync(Question, default));
    }

    private static RetrievalRequest Question
    {
        get
        {
            var perturbation = new Perturbation(PerturbationKind.Chemical, "Binimetinib");
            var record = new PerturbationRecord([], [perturbation]);
            DirectTarget[] targets = [new("MAP2K1", FactEvidence.FromRecord("t", "p"), CarriesEffect: true)];
            return new(record, [],
                new Question(record, [new("Binimetinib", perturbation, null, Polarity.Inhibits, [.. targets])], null, [], []));
        }
    }

    private static IEnumerable<IKnowledgeSource> Sources(TestPortal portal) =>
        portal.Get<IEnumerable<SourceRegistration>>().Select(s => s.Create(portal.Get<IServiceProvider>())).OfType<IKnowledgeSource>();

    private static IKnowledgeSource Asked(TestPortal portal) => Sources(portal).Single(s => s is INetworkUser { UsesNetwork: true });

    private static Task<TestPortal> StartAsync(string source, FaultyService service, params (string Key, string Value)[] settings) =>
        StartAsync(source, service, null, settings);

    private static Task<TestPortal> StartAsync(
        string source, FaultyService service, TimeProvider? clock, params (string Key, string Value)[] settings)
    {
        var values = settings.Concat([("BaseAddress", service.Address.ToString()), ("RetryDelay", "00:00:00.001")])
            .ToDictionary(s => $"Sources:{source}:{s.Item1}", s => (string?)s.Item2);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return TestPortal.StartAsync(clock, services: all => all.AddNetworkSources(configuration));
    }
}
