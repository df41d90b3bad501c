using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Review;

/// <summary>How much of what the engine claims independent data could judge, by strength, with and without the genotype of the lines; and
/// whether anything that is refuted stays published.</summary>
internal sealed class VerdictCoverage
{
    private readonly Dictionary<(string Kind, string Word), int> _claims = [];
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly VerdictGaps _gaps = new();
    private readonly List<string> _unsupported = [];
    private int _traces, _tracesWithVerdict, _withheld, _refutedPublished, _noEnd, _nothingChecked;

    public static async Task PrintAsync(
        ITraceGenerator engine, IEnumerable<(string Compound, string Line)> pairs, TextWriter output, bool withGaps,
        CancellationToken ct)
    {
        var coverage = new VerdictCoverage();
        foreach (var (compound, line) in pairs) await coverage.AddAsync(engine, compound, line, ct);
        foreach (var row in coverage.Lines()) await output.WriteLineAsync(row);
        if (!withGaps) return;
        foreach (var row in coverage._gaps.Lines()) await output.WriteLineAsync(row);
        await output.WriteLineAsync("\nPublished with an end, and no claim of them is supported:");
        foreach (var pair in coverage._unsupported) await output.WriteLineAsync(pair);
    }

    private async Task AddAsync(ITraceGenerator engine, string compound, string line, CancellationToken ct)
    {
        var record = new PerturbationRecord([new(line)], [new(PerturbationKind.Chemical, compound)]);
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        var revisions = new List<GenerationEvent.RevisionWritten>();
        await foreach (var e in engine.GenerateAsync(new(record, KeepDeltas: false), GenerationState.Empty, ct))
            if (e is GenerationEvent.VerdictReached { Verdict: var verdict }) verdicts.Add(verdict);
            else if (e is GenerationEvent.RevisionWritten written) revisions.Add(written);
        var all = verdicts.ToImmutable();
        var judgements = GraphJudgements.From(all);
        var generated = ExplanationReader.Read(revisions[0].Text).Graph;
        var any = false;
        foreach (var claim in CountVerdicts.ClaimsOf(generated, all))
        {
            var judgement = judgements[claim];
            any |= judgement.IsJudged;
            Add(KindOf(generated, claim), WordOf(judgement));
            _gaps.Add(generated, claim, judgements);
        }
        _traces++;
        _tracesWithVerdict += any ? 1 : 0;
        _withheld += revisions[^1].Discarded ? 1 : 0;
        if (revisions[^1].Discarded) return;
        var published = ExplanationReader.Read(revisions[^1].Text).Graph;
        AddListing(published, all, $"{compound} in {line}");
        _refutedPublished += CountVerdicts.ClaimsOf(published, []).Count(c => judgements[c].Kind == JudgementKind.Refuted);
    }

    private void AddListing(ActionGraph published, ImmutableArray<Verdict> verdicts, string pair)
    {
        var listing = ListingRule.For(published, verdicts);
        _noEnd += listing == Listing.NoEnd ? 1 : 0;
        _nothingChecked += listing == Listing.NothingChecked ? 1 : 0;
        if (listing != Listing.NoEnd && CountVerdicts.OfActions(published, verdicts).Supported == 0) _unsupported.Add($"{pair}: {listing}");
    }

    private void Add(string kind, string word)
    {
        _claims[(kind, word)] = _claims.GetValueOrDefault((kind, word)) + 1;
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
    }

    private static string KindOf(ActionGraph graph, Claim claim) => graph.Find(claim.Action) switch
    {
        null or { Kind: ClaimKind.Context or ClaimKind.ProteinFunction } => Genotype,
        var action => action.Name,
    };

    private const string Genotype = "genotype";

    private static string WordOf(ClaimJudgement judgement) => judgement switch
    {
        { Kind: JudgementKind.Supported } => $"supported, {judgement.Strength}",
        { Kind: JudgementKind.Refuted or JudgementKind.Disputed } => judgement.Kind.ToString().ToLowerInvariant(),
        _ => $"no: {judgement.Kind.ToString().ToLowerInvariant()}",
    };

    private IEnumerable<string> Lines()
    {
        yield return Say($"{_traces:N0} traces, {_tracesWithVerdict:N0} with an independent verdict; {_withheld:N0} withheld.");
        var published = _traces - _withheld;
        yield return Say($"{published:N0} published: {published - _noEnd - _nothingChecked:N0} listed, {_noEnd:N0} reach no ")
            + Say($"measurable end, of {_nothingChecked:N0} nothing was checked.");
        yield return Say($"Refuted claims that stay published: {_refutedPublished:N0}.");
        yield return For("all claims", _ => true);
        yield return For("without genotype", kind => kind != Genotype);
        yield return "";
        var words = _claims.Keys.Select(k => k.Word).Distinct().Order(StringComparer.Ordinal).ToList();
        yield return $"| kind | claims | {string.Join(" | ", words)} |";
        yield return $"|---|---|{string.Concat(words.Select(_ => "---|"))}";
        foreach (var (kind, count) in _kinds)
            yield return Say($"| {kind} | {count:N0} | ")
                + string.Join(" | ", words.Select(w => Say($"{_claims.GetValueOrDefault((kind, w)):N0}"))) + " |";
    }

    private string For(string title, Func<string, bool> wanted)
    {
        var chosen = _claims.Where(c => wanted(c.Key.Kind)).ToList();
        var all = chosen.Sum(c => c.Value);
        var judged = chosen.Where(c => !c.Key.Word.StartsWith("no: ", StringComparison.Ordinal)).Sum(c => c.Value);
        var dependent = chosen.Where(c => c.Key.Word == "no: dependent").Sum(c => c.Value);
        return Say($"{title}: {judged:N0} of {all:N0} ({judged / (double)all:P1}) with an independent verdict that counts; ")
            + Say($"{dependent:N0} more ({dependent / (double)all:P1}) rest on a claim that is not supported.");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
