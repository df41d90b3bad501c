using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The answer of a trace in one sentence: what, in which cell, through what; what was not measured "should" be so, what nobody
/// checked "may" be, and what is disputed, supposed or withheld says so at once.</summary>
/// <param name="Lead">"Binimetinib should raise apoptosis in C32".</param>
/// <param name="Through">"MAP2K1 activity falls, MYC expression falls"; empty when there is nothing between.</param>
/// <param name="Open">What is not known, as sentences; empty where nothing is left open.</param>
public sealed record ConclusionText(string Lead, string Through, string Open, ClaimRow? Weakest)
{
    /// <summary>The rule by which it is the weakest: "for its checks found no data, the first of 3 such steps"; empty without
    /// one.</summary>
    public string WhyWeakest { get; private init; } = "";

    public static ConclusionText From(TraceView trace, ClaimSheet sheet) =>
        From(trace.Compound, trace.CellLine, sheet, trace.State == TraceState.Discarded ? trace.StateReason : null);

    /// <param name="withheld">Why the publication rule withheld it; null where it did not.</param>
    public static ConclusionText From(string compound, string? cellLine, ClaimSheet sheet, string? withheld = null)
    {
        var said = Said(compound, cellLine ?? "the cell", sheet);
        return withheld is null ? said : new(
            $"Withheld. {PublicationRule.WhyWithheld(withheld).TrimEnd('.')}", "",
            $"What was written does not stand: {said.Lead}.", said.Weakest)
        {
            WhyWeakest = said.WhyWeakest
        };
    }

    /// <summary>All of it as plain text.</summary>
    public override string ToString() =>
        $"{Lead}{(Through.Length > 0 ? ": " + Through : "")}.{(Open.Length > 0 ? " " + Open : "")}";

    private static ConclusionText Said(string compound, string cell, ClaimSheet sheet)
    {
        if (Conclusion.Find(sheet.Graph, id => StepSupport.For(sheet, id)) is not { } found)
            return new($"We do not know how {compound} acts in {cell}", "", "No claim was made.", null);
        var hedge = ConclusionHedge.From(sheet, found.End, cell);
        var weakest = found.Weakest is { Id: { } weak } ? sheet.Find(weak) : null;
        var steps = found.Path.Where(step => step != found.End).ToList();
        var answer = found.IsReached
            ? new ConclusionText(
                $"{compound} {Effect(found.End, hedge)} in {cell}{hedge.If}{hedge.Though}", ConclusionSteps.In(steps), hedge.Open, weakest)
            : new($"{compound} in {cell}{hedge.If}", ConclusionSteps.In([.. steps, found.End]),
                $"We know too little to reach a measurable effect in {cell}. {hedge.Open}".TrimEnd(), weakest);
        return answer with { WhyWeakest = StepSupport.Why(weakest?.Mark, found.AlikeWeak) };
    }

    private static string Effect(ActionNode end, ConclusionHedge hedge)
    {
        var what = TracePath.SubjectOf(end) ?? ClaimWording.For(end).Main;
        var verb = end.OutputSign switch { > 0 => "raise", < 0 => "reduce", _ => "change" };
        var told = hedge.Verb is { } modal ? $"{modal} {verb}" : $"{verb}s";
        return end.Kind == ClaimKind.Expression ? $"{told} the expression of {what}" : $"{told} {what}";
    }
}
