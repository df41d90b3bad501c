using System.Net;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Sources.Http.Asking;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Tests.Sources.Http;

/// <summary>PubChem, Harmonizome and a search of PubMed's abstracts in the shape of their answers; what they say is made up.</summary>
public class FurtherSourcesTests
{
    private const string Stereo = @"C/C=C\C";

    [Fact]
    public async Task PubChem_AskedByStructure_PostsItAndTellsNumberKeyAndNames()
    {
        var answers = new Answers(path => path switch
        {
            _ when path.Contains("/smiles/", StringComparison.Ordinal) =>
                """{"PropertyTable":{"Properties":[{"CID":10288191,"InChIKey":"ABC-DEF-N","Title":"Binimetinib"}]}}""",
            _ => """{"InformationList":{"Information":[{"CID":10288191,"Synonym":["MEK162","CHEMBL3187723","Mektovi"]}]}}""",
        });
        var item = Assert.Single(await PubChem(answers).RetrieveAsync(About("Binimetinib", null, Stereo), default));
        Assert.Equal("PUBCHEM.COMPOUND:10288191", item.Identifier);
        Assert.Equal(
            "PubChem compound 10288191: Binimetinib, InChIKey ABC-DEF-N, CHEMBL3187723. Other names: MEK162; Mektovi.", item.Passage);
        Assert.DoesNotContain(Uri.EscapeDataString(Stereo), answers.Asked[0], StringComparison.Ordinal);
        Assert.Equal($"smiles={Uri.EscapeDataString(Stereo)}", answers.Bodies[0]);
    }

    [Theory]
    [InlineData("""{"PropertyTable":{"Properties":[{"CID":0}]}}""")]
    [InlineData(null)]
    public async Task PubChem_ThatDoesNotKnowTheStructure_IsAskedByName(string? answer)
    {
        var answers = new Answers(path => path.Contains("/smiles/", StringComparison.Ordinal) ? answer
            : path.Contains("/name/", StringComparison.Ordinal)
                ? """{"PropertyTable":{"Properties":[{"CID":7,"Title":"Seven"}]}}""" : null);
        var item = Assert.Single(await PubChem(answers).RetrieveAsync(About("seven", null, Stereo), default));
        Assert.Equal("PubChem compound 7: Seven.", item.Passage);
        Assert.Equal("name=seven", answers.Bodies[1]);
    }

    [Fact]
    public async Task Harmonizome_TellsTheGeneAndTheFirstTwentyGenesOfTheCompound()
    {
        var genes = string.Join(',', Enumerable.Range(1, 25).Select(i => $$"""{"gene":{"symbol":"G{{i}}"},"thresholdValue":1.0}"""));
        var answers = new Answers(path => path switch
        {
            _ when path.EndsWith("/gene/MAP2K1", StringComparison.Ordinal) =>
                """{"symbol":"MAP2K1","synonyms":["MEK1"],"name":"a kinase","description":"It phosphorylates ERK."}""",
            _ when path.EndsWith("/attribute/Binimetinib", StringComparison.Ordinal) =>
                """{"name":"binimetinib","geneSets":[{"name":"b/CTD","href":"/api/1.0/gene_set/binimetinib/CTD"}]}""",
            _ when path.EndsWith("/gene_set/binimetinib/CTD", StringComparison.Ordinal) =>
                $$"""{"attribute":{"name":"binimetinib"},"dataset":{"name":"CTD"},"associations":[{{genes}}]}""",
            _ => null,
        });
        var items = await new HarmonizomeSource(Client(answers, "http://127.0.0.1:9/Harmonizome/"))
            .RetrieveAsync(About("Binimetinib", "MAP2K1"), default);
        Assert.Equal(["MAP2K1: a kinase", "Genes of Binimetinib in CTD"], items.Select(i => i.Title));
        Assert.Equal("It phosphorylates ERK. Other symbols: MEK1.", items[0].Passage);
        Assert.EndsWith(" G19, G20.", items[1].Passage, StringComparison.Ordinal);
        Assert.StartsWith("The first 20 of 25 genes", items[1].Passage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/api/1.0/gene_set/x/y")]
    [InlineData("/api/1.0/gene_set/../../secret")]
    [InlineData("//evil.example/x")]
    public async Task Harmonizome_DoesNotFollowAnAddressThatIsNoGeneSetOfIts(string href)
    {
        var answers = new Answers(path => path.Contains("/attribute/", StringComparison.Ordinal)
            ? $$"""{"geneSets":[{"name":"x","href":"{{href}}"}]}""" : null);
        Assert.Empty(await new HarmonizomeSource(Client(answers)).RetrieveAsync(About("Binimetinib", null), default));
        Assert.Single(answers.Asked);
    }

    [Fact]
    public async Task PubMedSearch_KeepsNumbersAndLeavesOutWhatHasNoAbstract()
    {
        var answers = new Answers(_ => """
            [{"pmid":11,"title":"One","abstract":"MEK falls.","authors":"A","publication_year":2020},
             {"pmid":"12","title":"Two","abstract":"Abstract not found"},{"pmid":"x","abstract":"No number."},
             {"pmid":"13","title":"","abstract":"ERK falls."}]
            """);
        var items = await new PubMedSearchSource(Client(answers)).RetrieveAsync(About("Binimetinib", "MAP2K1"), default);
        Assert.Equal([("PMID:11", "One"), ("PMID:13", "PMID 13")], items.Select(i => (i.Identifier, i.Title)));
        Assert.Equal("""{"query":"Binimetinib, MAP2K1","k":40}""", Assert.Single(answers.Bodies));
    }

    private static PubChemSource PubChem(Answers answers) => new(Client(answers, "http://127.0.0.1:9/rest/pug/"));

    private static SourceClient Client(Answers answers, string at = "http://127.0.0.1:9/") =>
        new(new(answers) { BaseAddress = new(at) }, "a source", TimeProvider.System);

    private static RetrievalRequest About(string name, string? target, string? smiles = null)
    {
        var perturbation = new Perturbation(PerturbationKind.Chemical, name, Smiles: smiles);
        var record = new PerturbationRecord([], [perturbation]);
        DirectTarget[] targets = target is null ? [] : [new(target, FactEvidence.FromRecord("t", "p"), CarriesEffect: true)];
        return new(record, [], new Question(record, [new(name, perturbation, null, Polarity.Inhibits, [.. targets])], null, [], []));
    }

    /// <summary>Null is 404.</summary>
    private sealed class Answers(Func<string, string?> answer) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsolutePath);
            if (request.Content is { } content) Bodies.Add(await content.ReadAsStringAsync(cancellationToken));
            return answer(request.RequestUri.AbsolutePath) is { } said
                ? new(HttpStatusCode.OK) { Content = new StringContent(said) } : new(HttpStatusCode.NotFound);
        }
    }
}
