using VcrPortal.Generation.Questions;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Questions;

public class PerturbationRecordReaderTests
{
    [Fact]
    public void Read_OldShape_TakesContextAndSingleCompound()
    {
        var record = ReadOne("""
            {"context": {"perturbation_type": "loss-of-function", "description": "CRISPR knockdown of the PTEN gene", "cell_type": "N/A",
              "disease_model": "Cowden syndrome"},
             "perturbation": {"type": "chemical", "smiles": null, "name": "PI 103", "target": "PI-3K", "moa_type": "inhibitor"}}
            """);
        Assert.Equal(
            new CellContext(null, "Cowden syndrome", null, "CRISPR knockdown of the PTEN gene", "loss-of-function"),
            Assert.Single(record.Contexts));
        var compound = Assert.Single(record.Perturbations);
        Assert.Equal(
            (PerturbationKind.Chemical, "PI 103", null, "inhibitor"), (compound.Kind, compound.Name, compound.Smiles, compound.Mechanism));
        Assert.Equal(["PI-3K"], compound.StatedTargets.AsEnumerable());
    }

    [Fact]
    public void Read_NewShape_TakesListsAndBothSpellingsOfCellType()
    {
        var record = ReadOne("""
            [{"index": 7, "perturbation": {"context": [{"perturbation type": "soluble factor", "cell_type": "N/A", "cell type": "C32",
              "subtype": "melanoma"}],
              "perturbations": [
                {"type": "chemical", "name": "Trametinib", "known targets": "MAP2K1, MAP2K2", "dose": 0.05, "time": "24 h"},
                {"perturbation type": "genetic", "gene symbol": "PTEN", "gene edit": "knockout"}]}}]
            """);
        Assert.Equal(0, record.Index);
        Assert.Equal(new CellContext("C32", null, "melanoma", null, "soluble factor"), Assert.Single(record.Contexts));
        Assert.Equal(["MAP2K1", "MAP2K2"], record.Perturbations[0].StatedTargets.AsEnumerable());
        Assert.Equal(("0.05", "24 h"), (record.Perturbations[0].Dose, record.Perturbations[0].Time));
        Assert.Equal(
            (PerturbationKind.Genetic, "PTEN", "knockout"),
            (record.Perturbations[1].Kind, record.Perturbations[1].GeneSymbol, record.Perturbations[1].GeneEdit));
        Assert.Equal("Trametinib + PTEN in C32", record.Title);
    }

    [Theory]
    [InlineData("""{"perturbation": {"name": "X"}}""")]
    [InlineData("""{"perturbation": {"perturbation": {"name": "X"}, "context": null}}""")]
    [InlineData("""{"perturbation": {"perturbations": [{"Name": "X"}]}}""")]
    [InlineData("""{"perturbations": {"name": "X", "known targets": null}, "context": []}""")]
    [InlineData("""{"context": {}, "perturbation": [{"name": "X"}]}""")]
    public void Read_AnyNesting_FindsThePerturbation(string json) => Assert.Equal("X", Assert.Single(ReadOne(json).Perturbations).Name);

    [Theory]
    [InlineData("""["JAK2", "JAK3"]""")]
    [InlineData("""["JAK2", "N/A", null, "JAK3", "JAK2"]""")]
    [InlineData("\"JAK2, JAK3\"")]
    [InlineData("\"JAK2,,JAK3\"")]
    public void Read_TargetAsListOrCommaText_IsTheSame(string target) =>
        Assert.Equal(
            ["JAK2", "JAK3"],
            ReadOne($$"""{"perturbation": {"name": "X", "target": {{target}} } }""").Perturbations[0].StatedTargets.AsEnumerable());

    [Theory]
    [InlineData("cell line"), InlineData("cell_line"), InlineData("cell-line"), InlineData("CellLine"), InlineData("cell type"),
        InlineData("cell_type")]
    public void Read_SpellingOfAKey_DoesNotMatter(string key) =>
        Assert.Equal("A549", ReadOne($$"""{"context": {"{{key}}": "A549"}, "perturbation": {"name": "X"} }""").Contexts[0].CellLine);

    [Fact]
    public void Read_JsonLines_GivesOneRecordALine()
    {
        var read = PerturbationRecordReader.Read("{\"perturbation\":{\"name\":\"A\"}}\n\n{\"perturbation\":{\"name\":\"B\"}}\r\n");
        Assert.Empty(read.Problems);
        Assert.Equal(["A", "B"], read.Records.Select(r => r.Title));
        Assert.Equal([0, 1], read.Records.Select(r => r.Index));
    }

    [Fact]
    public void Read_OneBadRecord_IsNamedAndTheRestGoesOn()
    {
        var read = PerturbationRecordReader.Read("""
            [{"perturbation": {"name": "A"}},
             {"context": {"description": ["no"]}, "perturbations": [{"name": "B"}, {"name": {"x": 1}, "target": "T"}]},
             "C", {"context": {}}, {"perturbation": {"name": "E", "type": "magic"}}, {"perturbation": {"name": "F"}}]
            """);
        Assert.Equal(["A", "F"], read.Records.Select(r => r.Title));
        Assert.Equal([0, 5], read.Records.Select(r => r.Index));
        Assert.Equal(
            [(1, "context.description"), (1, "perturbations[1].name"), (2, null), (3, "perturbations"), (4, "perturbation.type")],
            read.Problems.Select(p => (p.Index, p.Field)).Select(p => ((int)p.Index!, p.Field)));
    }

    [Fact]
    public void Read_NestedShape_NamesFieldsAsTheFileNestsThem()
    {
        var problem = Assert.Single(
            PerturbationRecordReader.Read("""{"perturbation": {"context": {}, "perturbations": [{"name": true}]}}""").Problems.Take(1));
        Assert.Equal("perturbation.perturbations[0].name", problem.Field);
        Assert.Equal("Record 0, perturbation.perturbations[0].name: must be text.", problem.ToString());
    }

    [Fact]
    public void Read_JsonThatBreaksInTheMiddle_KeepsWhatWasCompleteAndTellsWhere()
    {
        var read = PerturbationRecordReader.Read(
            "[\n{\"perturbation\": {\"name\": \"A\"}},\n{\"perturbation\": {\"name\": \"B\"}},\n{\"perturbation\": {\"na");
        Assert.Equal(["A", "B"], read.Records.Select(r => r.Title));
        var problem = Assert.Single(read.Problems);
        Assert.Equal(2, problem.Index);
        Assert.Contains("line 4", problem.Message);
    }

    [Fact]
    public void Read_BrokenLineOfJsonLines_DoesNotTakeTheNextWithIt()
    {
        var read = PerturbationRecordReader.Read(
            "{\"perturbation\":{\"name\":\"A\"}}\n{\"perturbation\":{\"name\":}}\n{\"perturbation\":{\"name\":\"C\"}}\n"
            + "{\"perturbation\":\n");
        Assert.Equal([("A", 0), ("C", 2)], read.Records.Select(r => (r.Title, r.Index)));
        Assert.Equal([1, 3], read.Problems.Select(p => p.Index));
        Assert.Contains("line 2", read.Problems[0].Message);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("PAR1xxxx", "Parquet")]
    [InlineData("[{\"perturbation\": {\"name\": \"A\0\"}}]", "zero byte")]
    public void Read_WhatIsNoText_IsRefusedInASentence(string file, string word)
    {
        var read = PerturbationRecordReader.Read(file);
        Assert.Empty(read.Records);
        Assert.Contains(word, Assert.Single(read.Problems).Message);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreRefused() =>
        Assert.Contains(
            "UTF-8", Assert.Single(PerturbationRecordReader.Read(new byte[] { (byte)'[', 0xFF, 0xFE, (byte)']' }).Problems).Message);

    [Theory]
    [InlineData("\\u0000", "control character")]
    [InlineData("\\u001b[31m", "control character")]
    [InlineData("\\u202Egnp.exe", "control character")]
    [InlineData("two\\nlines", "one line")]
    [InlineData("\\ud800", "half a character")]
    public void Read_HostileName_IsRefusedWithItsField(string name, string word)
    {
        var problem =
            Assert.Single(PerturbationRecordReader.Read($$"""{"perturbation": {"name": "A{{name}}", "smiles": "C"} }""").Problems);
        Assert.Equal((0, "perturbation.name"), (problem.Index, problem.Field));
        Assert.Contains(word, problem.Message);
        Assert.DoesNotContain("gnp", problem.Message);
    }

    [Fact]
    public void Read_MarkupAndSql_AreTakenAsTheTextThatTheyAre()
    {
        const string name = "<script>alert(1)</script>'; DROP TABLE Jobs;--";
        Assert.Equal(name, ReadOne($$"""{"perturbation": {"name": "{{name}}"} }""").Perturbations[0].Name);
    }

    [Fact]
    public void Read_LineBreaksInADescription_AreFine() =>
        Assert.Equal(
            "one\ntwo", ReadOne("""{"context": {"description": "one\ntwo"}, "perturbation": {"name": "X"}}""").Contexts[0].Description);

    [Theory]
    [InlineData("name", RecordLimits.Name), InlineData("smiles", RecordLimits.Text)]
    public void Read_Text_IsTakenUpToItsLimitAndRefusedBeyond(string field, int limit)
    {
        Assert.Empty(
            PerturbationRecordReader.Read($$"""{"perturbation": {"target": "T", "{{field}}": "{{new string('C', limit)}}"} }""").Problems);
        var problem = Assert.Single(
            PerturbationRecordReader.Read(
            $$"""{"perturbation": {"target": "T", "{{field}}": "{{new string('C', limit + 1)}}"} }""").Problems);
        Assert.Equal($"perturbation.{field}", problem.Field);
        Assert.Contains("longer than", problem.Message);
    }

    [Fact]
    public void Read_OneLineOfAMegabyte_IsReadOrRefusedWithoutHarm()
    {
        Assert.Empty(
            PerturbationRecordReader.Read($$"""{"perturbation": {"name": "X", "unknown": "{{new string('x', 1 << 20)}}"} }""").Problems);
        Assert.Single(
            PerturbationRecordReader.Read($$"""{"perturbation": {"name": "{{new string('x', 1 << 20)}}", "target": "T"} }""").Problems);
    }

    [Fact]
    public void Read_DeepNesting_IsRefused() =>
        Assert.NotEmpty(PerturbationRecordReader.Read(new string('[', 100_000)).Problems);

    [Fact]
    public void Read_TooManyTargets_AreRefusedNotCut()
    {
        var targets = string.Join(',', Enumerable.Range(0, RecordLimits.ListItems + 1).Select(i => $"T{i}"));
        Assert.Equal(
            "perturbation.target",
            Assert.Single(PerturbationRecordReader.Read($$"""{"perturbation": {"name": "X", "target": "{{targets}}"} }""").Problems).Field);
    }

    [Fact]
    public async Task ReadAsync_FileOverTheLimit_StopsReading()
    {
        using var endless = new EndlessStream();
        var read = await PerturbationRecordReader.ReadAsync(endless, CancellationToken.None);
        Assert.Contains("larger than 16 MB", Assert.Single(read.Problems).Message);
        Assert.True(endless.Given <= RecordLimits.FileBytes + (1 << 20), $"{endless.Given} bytes taken");
    }

    [DataFact]
    public async Task ReadAsync_AllRecordsOfVcrAgent_WithoutAProblem()
    {
        var read = await ReadFileAsync("perturbations.json");
        Assert.Empty(read.Problems);
        Assert.Equal(176, read.Records.Length);
        Assert.Equal(
            176, read.Records.Count(r => r.Perturbations.Single() is { Name.Length: > 0, StatedTargets.Length: > 0, Mechanism: not null }));
        Assert.Equal(3, read.Records.Count(r => r.Perturbations[0].StatedTargets.Length == 2));
        Assert.All(read.Records, r => Assert.Null(Assert.Single(r.Contexts).CellLine));
        Assert.Equal(10, read.Records.Count(r => r.Perturbations[0].Smiles is null));
    }

    [DataFact]
    public async Task ReadAsync_ExamplesOfVcrAgent_WithoutAProblem()
    {
        foreach (var file in (string[])["example_input.json", "example_preprocessed.json"])
        {
            var read = await ReadFileAsync(file);
            Assert.Empty(read.Problems);
            var record = Assert.Single(read.Records);
            Assert.Equal(("Nintedanib", "VEGFR"), (record.Perturbations[0].Name, record.Perturbations[0].StatedTargets.Single()));
            Assert.Equal("Soluble factor addition of VEGF", record.Contexts[0].Description);
        }
    }

    private static async Task<PerturbationRecords> ReadFileAsync(string name)
    {
        await using var stream = File.OpenRead(ReferenceData.File(Path.Combine("vcr-agent", name)));
        return await PerturbationRecordReader.ReadAsync(stream, CancellationToken.None);
    }

    private static PerturbationRecord ReadOne(string json)
    {
        var read = PerturbationRecordReader.Read(json);
        Assert.Empty(read.Problems);
        return Assert.Single(read.Records);
    }

    /// <summary>Blanks without end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
