using System.Globalization;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>How far the answer of a trace may go, by what its checks say.</summary>
/// <param name="Verb">"should", "may"; null of an end that was measured here, or with this very compound.</param>
/// <param name="If">" if AR is expressed there"; empty where nothing is supposed.</param>
/// <param name="Though">", though an independent source disputes it"; empty where nothing speaks against the end.</param>
/// <param name="Open">What the checks leave open, as sentences.</param>
internal sealed record ConclusionHedge(string? Verb, string If, string Though, string Open)
{
    public static ConclusionHedge From(ClaimSheet sheet, ActionNode end, string cell)
    {
        var mark = end.Id is { } id ? sheet.Find(id)?.Mark : null;
        var supported = sheet.Actions.Where(r => r.Mark is ClaimMark.Supported or ClaimMark.Elsewhere).ToList();
        // What the cell brings along is no step of the compound's.
        var isUnsupported = sheet.Verdicts.Length > 0 && supported.All(r => r.Node.Kind == ClaimKind.ProteinFunction);
        var supposed = string.Join(" and ", Suppositions.For(sheet.Graph, sheet.Verdicts));
        var verb = mark == ClaimMark.Supported ? null : isUnsupported ? "may" : "should";
        string[] open =
        [
            supposed.Length == 0 ? "" : $"The expression of {supposed} in {cell} is not known.",
            isUnsupported ? WithoutSupport(sheet, supported.Count > 0) : "",
        ];
        return new(
            verb, supposed.Length == 0 ? "" : $" if {supposed} {(supposed.Contains(" and ", StringComparison.Ordinal) ? "are" : "is")} "
                + "expressed there", Against(mark, end.Id is { } at ? sheet.Judgements.OfAction(at) : null),
            string.Join(' ', open.Where(sentence => sentence.Length > 0)));
    }

    private static string WithoutSupport(ClaimSheet sheet, bool knowsTheCell) =>
        knowsTheCell ? "Independent data supports only what is altered in this cell."
        : sheet.Actions.Any(r => r.Mark is ClaimMark.Disputed or ClaimMark.Refuted) ? "Independent data supports no step of it."
        : CountText.NothingChecked;

    private static string Against(ClaimMark? mark, ClaimJudgement? judgement) => mark switch
    {
        ClaimMark.Disputed when judgement is { Sources: > 1 } =>
            string.Create(CultureInfo.InvariantCulture, $", though {judgement.Sources} independent sources dispute it"),
        ClaimMark.Disputed => ", though an independent source disputes it",
        ClaimMark.Refuted => ", though a measurement contradicts it",
        _ => "",
    };
}
