using VcrPortal.Web.Features.Traces.Compare;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Compare;

public class CompareTracesTests
{
    private const string Binds = "binds_to(id=\"n1\", actor=\"Binimetinib\", target=\"MAP2K1\")";

    [Fact]
    public async Task TracesThatSayTheSame_AreTheSame()
    {
        var rows = (await CompareAsync(Samples.Text, Samples.Text)).Claims;
        Assert.All(rows, row => Assert.Equal((RowState.Same, ""), (row.State, row.Why)));
    }

    [Fact]
    public async Task AClaimThatDiffersInDetailAlone_IsNotSaidToBeOfSomethingElse()
    {
        var compared = await CompareAsync($"{Binds}\n", $"{Binds.Replace(")", ", affinity=\"Kd 5 nM\")")}\n");
        var row = Assert.Single(compared.Claims);
        Assert.Equal((RowState.OtherDetail, "The details differ."), (row.State, row.Why));
        Assert.Equal(1, compared.Shared);
        Assert.Equal(["", "Kd 5 nM"], row.Claims.Select(c => c!.Text.Sub));
    }

    [Fact]
    public async Task ATrace_IsNamedByWhatTellsItFromTheOthers()
    {
        var alike = await CompareAsync(Samples.Text, Samples.Text);
        Assert.Equal(["VCT1, revision 1", "VCT2, revision 1"], alike.Traces.Select(alike.ShortName));
        var (one, other) = (alike.Traces[0], alike.Traces[1]);
        var drugs = alike with { Traces = [one, other with { Trace = other.Trace with { Compound = "Trametinib" } }] };
        Assert.Equal([one.Trace.Compound, "Trametinib"], drugs.Traces.Select(drugs.ShortName));
        var lines = alike with { Traces = [one, other with { Trace = other.Trace with { CellLine = "A549" } }] };
        Assert.Equal("A549", lines.ShortName(lines.Traces[1]));
    }

    [Fact]
    public async Task RevisionsOfTwoTraces_AreNoDifferenceBetweenThem() =>
        Assert.DoesNotContain((await CompareAsync(Samples.Text, Samples.Text)).Facts, fact => fact.Title == "Revision");

    private static async Task<Comparison> CompareAsync(string one, string other)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(one);
        await portal.SaveTraceAsync(other, "other");
        return Assert.IsType<CompareOutcome.Compared>(
            await portal.Get<CompareTraces>().RunAsync(["VCT1", "VCT2"], Samples.Anybody, default)).Comparison;
    }
}
