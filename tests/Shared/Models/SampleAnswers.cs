using System.Text.Json;
using System.Text.RegularExpressions;

namespace VcrPortal.Tests.Models;

/// <summary>
/// A stand-in's answers on many records: the explanations that VCR-Agent published as samples, each record always the same one (its own,
/// where it has one; else with the compound that is asked about in the place of the sample's), and the one that its authors stored without
/// a graph among them. The report was written for the tests.
/// </summary>
internal sealed partial class SampleAnswers
{
    private readonly List<(string Compound, string Explanation)> _samples;

    private SampleAnswers(List<(string, string)> samples) => _samples = samples;

    /// <param name="file">VCR-Agent's <c>traces_sample.json</c>.</param>
    public static async Task<SampleAnswers> ReadAsync(string file)
    {
        using var samples = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return new([.. samples.RootElement.EnumerateArray().Select(s => (
            s.GetProperty("perturbation").GetProperty("perturbation").GetProperty("name").GetString()!,
            Answer(s.GetProperty("explain").GetString()!, s.GetProperty("dag").GetString()!)))]);
    }

    /// <summary>The first agent asks the first of its sources once and then writes; the second gives a sample; of edits the first is
    /// chosen.</summary>
    public ModelReply Reply(ModelQuestion question) => question switch
    {
        { IsAboutClaims: true } when question.Said.Contains("<edits>", StringComparison.Ordinal) => new ModelReply.Says("1"),
        { IsAboutClaims: true } => new ModelReply.Says(SampleFor(question.Compound ?? "")),
        { Results: 0, Tools: [var source, ..] } => new ModelReply.Calls((source, """{"subject":"MAPK1"}""")),
        _ => new ModelReply.Says(BinimetinibAnswers.Report),
    };

    private string SampleFor(string compound)
    {
        var own = _samples.FindIndex(s => s.Compound.Equals(compound, StringComparison.OrdinalIgnoreCase));
        return own >= 0 ? _samples[own].Explanation
            : BinderPattern().Replace(_samples[compound.Sum(c => c) % _samples.Count].Explanation, _ => compound);
    }

    /// <summary>What binds in a sample.</summary>
    [GeneratedRegex("""(?<=binds_to\([^)\n]*actor=")[^"\n]+""", RegexOptions.CultureInvariant)]
    private static partial Regex BinderPattern();

    private static string Answer(string explain, string dag) =>
        $"<explain>\n{explain}\n</explain>\n<dag>\n{dag}" + (dag.Length == 0 ? "" : "\n</dag>\n");
}
