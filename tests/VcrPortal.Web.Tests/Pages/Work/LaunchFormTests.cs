using VcrPortal.Generation.Questions;
using VcrPortal.Web.Features.Jobs.Launch;

namespace VcrPortal.Web.Tests.Pages.Work;

public class LaunchFormTests
{
    [Fact]
    public void ToRecord_Compound_IsAChemicalRecordInItsCell()
    {
        var record = new QuestionForm { Compound = " Binimetinib ", CellLine = "C32", Dose = "5 µM", Time = "24 h" }.ToRecord();
        Assert.Equal(
            new Perturbation(
            PerturbationKind.Chemical, "Binimetinib", Dose: "5 µM",
            Time: "24 h") with
            { StatedTargets = record.Perturbations[0].StatedTargets }, record.Perturbations.Single());
        Assert.Equal("C32", record.Contexts.Single().CellLine);
    }

    [Fact]
    public void ToRecord_Gene_LeavesOutWhatWasTypedForACompound()
    {
        var perturbation = new QuestionForm
        {
            Kind = "gene",
            Gene = "TP53",
            GeneEdit = "knockdown",
            Compound = "aspirin",
            Dose = "1 nM"
        }.ToRecord().Perturbations.Single();
        Assert.Equal(
            (PerturbationKind.Genetic, "TP53", "knockdown", null, null),
            (perturbation.Kind, perturbation.GeneSymbol, perturbation.GeneEdit, perturbation.Name, perturbation.Dose));
    }

    [Theory]
    [InlineData("5 uMol", false)]
    [InlineData("5", false)]
    [InlineData("five nM", false)]
    [InlineData("5 µM", true)]
    [InlineData("5 μM", true)]
    [InlineData("0.5uM", true)]
    [InlineData("10 nM", true)]
    public void Problems_Dose_IsReadWithItsUnitOrNamed(string dose, bool isReadable)
    {
        var form = new QuestionForm { Compound = "x", Dose = dose };
        Assert.Equal(isReadable, !form.Problems().Any(p => p.Field == "dose"));
        Assert.Equal(isReadable ? dose : null, form.ToRecord().Perturbations[0].Dose);
    }

    [Fact]
    public void Problems_NothingTyped_NamesTheCompound() => Assert.Equal("compound", Assert.Single(new QuestionForm().Problems()).Field);

    [Fact]
    public void ToPreview_HostileText_StaysOneJsonString()
    {
        var preview = System.Text.Json.JsonDocument.Parse(new QuestionForm { Compound = "a\", \"b\": \"</pre><script>" }.ToPreview());
        Assert.Equal("a\", \"b\": \"</pre><script>", preview.RootElement.GetProperty("perturbations")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Words_OfAProblem_CountRecordsAsPeopleDo() =>
        Assert.Equal(
            "Record 2, perturbations: Expected a list.", LaunchText.For(new RecordProblem(1, "perturbations", "Expected a list.")));
}
