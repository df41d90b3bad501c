using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>An explanation of another drug, gene or cell line than was asked about is sent back, and never becomes the answer.</summary>
public class OtherQuestionTests
{
    private static readonly PerturbationRecord Knockout =
        new([new("K562")], [new(PerturbationKind.Genetic, GeneSymbol: "MAP2K1", GeneEdit: "knockout")]);

    [Theory]
    [InlineData("actor=\"Binimetinib\"", "actor=\"Trametinib\"", "The model answered about Trametinib, not about Binimetinib.", "VCR502")]
    [InlineData("actor=\"Binimetinib\"", "actor=\"Blorbinib\"", "The model answered about Blorbinib, not about Binimetinib.", "VCR502")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"A375\"", "The model answered about A375, not about C32.", "VCR501")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"HT29 colorectal cells\"", "The model answered about HT-29, not about C32.", "VCR501")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"LNCaP\"", "The model answered about LNCaP, not about C32.", "VCR501")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"MCF-10A cells\"", "The model answered about MCF-10A, not about C32.", "VCR501")]
    public async Task OtherAnswer_IsSentBack_AndEndsTheJobWhereItPersists(string asked, string other, string sentence, string code)
    {
        await using var server = await StartAsync(_ => BinimetinibAnswers.Explanation.Replace(asked, other, StringComparison.Ordinal));
        var run = await ModelRun.OfAsync(server);
        Assert.IsType<ExplanationFailedException>(run.Failure);
        Assert.StartsWith(sentence, run.FailedBecause, StringComparison.Ordinal);
        Assert.Equal(3, server.Asked.Count(q => q.IsAboutClaims));
        Assert.Contains(code, server.Asked.Last().Said, StringComparison.Ordinal);
        Assert.Empty(run.Of<GenerationEvent.RevisionWritten>());
        Assert.Contains(run.Of<GenerationEvent.DiagnosticRaised>(), d => QuestionDiagnostics.IsOtherQuestion(d.Diagnostic));
        Assert.NotEmpty(run.Of<GenerationEvent.ActionAdded>());
    }

    [Fact]
    public async Task OtherDrugAndOtherCell_AreBothTold()
    {
        await using var server = await StartAsync(q => q.IsRepair ? BinimetinibAnswers.Explanation
            : BinimetinibAnswers.Explanation.Replace("Binimetinib", "Trametinib", StringComparison.Ordinal)
                .Replace("C32", "HT-29", StringComparison.Ordinal));
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        var reason = Assert.Single(run.Of<GenerationEvent.ExplanationRestarted>()).Reason;
        Assert.Contains("not about C32", reason, StringComparison.Ordinal);
        Assert.Contains("VCR502: The model answered about Trametinib, not about Binimetinib.", reason, StringComparison.Ordinal);
        Assert.NotEmpty(run.Of<GenerationEvent.RevisionWritten>());
    }

    /// <summary>One thing has many names, and who names no line speaks of no other.</summary>
    [Theory]
    [InlineData("actor=\"Binimetinib\"", "actor=\"binimetinib hydrochloride\"")]
    [InlineData("actor=\"Binimetinib\"", "actor=\"BINIMETINIB (MEK162)\"")]
    [InlineData("actor=\"Binimetinib\"", "actor=\"Binimetinib 1 uM\"")]
    [InlineData("actor=\"Binimetinib\"", "actor=\"the compound\"")]
    [InlineData("actor=\"Binimetinib\"", "actor=\"MEK inhibitor\"")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"c-32 melanoma cells\"")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"C32 (skin)\"")]
    [InlineData("cell_type=\"C32\"", "cell_type=\"BRAF-mutant melanoma cells\"")]
    [InlineData("cell_type=\"C32\", ", "")]
    public async Task SameThingInOtherWords_IsTheAnswer(string asked, string written)
    {
        await using var server = await StartAsync(_ => BinimetinibAnswers.Explanation.Replace(asked, written, StringComparison.Ordinal));
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Empty(run.Of<GenerationEvent.ExplanationRestarted>());
    }

    [Theory]
    [InlineData("NRAS knockout", "NRAS", "The model answered about NRAS, not about MAP2K1.")]
    [InlineData("ZZTOP9 knockout", "ZZTOP9", "The model answered about ZZTOP9, not about MAP2K1.")]
    [InlineData("MAP2K1 knockout", "MEK1", null)]
    [InlineData("knockout", "MAP2K1", null)]
    public async Task EditedGene_BeginsTheGraph(string variant, string protein, string? sentence)
    {
        var answer = $"""
            <explain>
            set_context(cell_type="K-562")
            loss_of_function(id="n1", variant="{variant}", protein="{protein}", via="edit")
            regulates_expression(id="n2", regulator="MAPK1", gene_list=["DUSP6"], direction="down", via="n1")
            </explain>
            <dag>
            edge("n1", "n2", relation="causal")
            </dag>
            """;
        await using var server = await StartAsync(_ => answer);
        var run = await ModelRun.OfAsync(server, Knockout);
        if (sentence is null) Assert.Null(run.Failure);
        else Assert.StartsWith(sentence, run.FailedBecause, StringComparison.Ordinal);
    }

    private static Task<FakeModelServer> StartAsync(Func<ModelQuestion, string> explain) => FakeModelServer.StartAsync(
        q => q.IsAboutClaims ? new ModelReply.Says(explain(q)) : BinimetinibAnswers.Answer(q));
}
