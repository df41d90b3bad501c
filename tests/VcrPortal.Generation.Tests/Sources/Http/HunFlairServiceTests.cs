using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Tests.Sources.Http;

/// <summary>Names that a service beside the installed knowledge finds; the service speaks the written contract.</summary>
public class HunFlairServiceTests
{
    [Fact]
    public async Task Spans_CountCodePoints_AndKnownNamesStayTheKnownEntities()
    {
        const string text = "\U0001F9EC MEK1 and foobaritis";
        var found = await FindAsync(text, """
            [{"start":2,"end":6,"text":"MEK1","type":"Gene"},{"start":11,"end":21,"text":"foobaritis","type":"Disease"},
             {"start":0,"end":1,"text":"x","type":"Gene"},{"start":2,"end":400,"text":"MEK1","type":"Gene"},
             {"start":7,"end":10,"text":"and","type":"Species"},{"start":-1,"end":2,"text":"","type":"Gene"}]
            """);
        Assert.Equal([("MAP2K1", EntityTypes.Gene), ("foobaritis", EntityTypes.Disease)], found.Select(e => (e.Name, e.Type)));
        Assert.All(found, e => Assert.Equal(e.Text, text.Substring(e.Start, e.Length)));
    }

    [Theory]
    [InlineData("""[{"start":0,"end":11,"text":"Foobarinib!","type":"Chemical"}]""", "2 entities recognised, 0 of them by HunFlair2 alone")]
    [InlineData("""[{"start":12,"end":15,"text":"C32","type":"CellLine"}]""", "2 entities recognised, 0 of them by HunFlair2 alone")]
    [InlineData("""[{"start":0,"end":3,"text":"Bin","type":"Gene"}]""", "3 entities recognised, 1 of them by HunFlair2 alone")]
    [InlineData("nonsense", "2 entities recognised. HunFlair2: It answered with something else, which could not be read.")]
    [InlineData(null, "2 entities recognised. HunFlair2: It is out of order (503).")]
    public async Task Job_GoesOn_WhateverTheServiceSays(string? answer, string note)
    {
        var services = new ServiceCollection().AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration()
            .AddSingleton(Service(answer));
        await using var provider = services.BuildServiceProvider();
        var record = new PerturbationRecord([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);
        var events = new List<GenerationEvent>();
        await foreach (var e in provider.GetRequiredService<ITraceGenerator>()
            .GenerateAsync(new GenerationRequest(record, KeepDeltas: false), GenerationState.Empty, default)) events.Add(e);
        Assert.StartsWith(note, events.OfType<GenerationEvent.StageFinished>().First().Summary, StringComparison.Ordinal);
        Assert.NotEmpty(events.OfType<GenerationEvent.RevisionWritten>());
    }

    private static async Task<IReadOnlyList<RecognizedEntity>> FindAsync(string text, string answer) =>
        await Service(answer).FindAsync(text, InstalledKnowledge.From(StarterPack.Load()).Recognizer, default);

    /// <param name="answer">Null: out of order.</param>
    private static HunFlairService Service(string? answer) => new(new(
        new(new Answer(answer)) { BaseAddress = new("http://127.0.0.1:9/") }, HunFlairService.ServiceName, TimeProvider.System));

    private sealed class Answer(string? said) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(said is null ? new(HttpStatusCode.ServiceUnavailable)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(said) });
    }
}
