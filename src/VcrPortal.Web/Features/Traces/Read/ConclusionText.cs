using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The answer of a trace in one sentence: what, in which cell, through what; what was not measured "should" be so.</summary>
/// <param name="Lead">"Binimetinib should raise apoptosis in C32".</param>
/// <param name="Through">"MAP2K1 activity falls, MYC expression falls"; empty when there is nothing between.</param>
/// <param name="Open">What is not known; empty when an end was reached.</param>
public sealed record ConclusionText(string Lead, string Through, string Open, ClaimRow? Weakest)
{
    private const int Steps = 3;

    public static ConclusionText From(TraceView trace, ClaimSheet sheet) => From(trace.Compound, trace.CellLine, sheet);

    public static ConclusionText From(string compound, string? cellLine, ClaimSheet sheet)
    {
        var cell = cellLine ?? "the cell";
        if (Conclusion.Find(sheet.Graph, id => Support(sheet.Find(id)?.Mark)) is not { } found)
            return new($"We do not know how {compound} acts in {cell}", "", "No claim was made.", null);
        var weakest = found.Weakest is { Id: { } weak } ? sheet.Find(weak) : null;
        var steps = found.Path.Where(step => step != found.End).ToList();
        if (!found.IsReached)
            return new($"{compound} in {cell}", StepsOf([.. steps, found.End]),
                $"We know too little to reach a measurable effect in {cell}.", weakest);
        var mark = found.End.Id is { } end ? sheet.Find(end)?.Mark : null;
        return new($"{compound} {Effect(found.End, mark == ClaimMark.Supported)} in {cell}", StepsOf(steps), "", weakest);
    }

    /// <summary>All of it as plain text.</summary>
    public override string ToString() =>
        $"{Lead}{(Through.Length > 0 ? ": " + Through : "")}.{(Open.Length > 0 ? " " + Open : "")}";

    private static string Effect(ActionNode end, bool isMeasured)
    {
        var what = TracePath.SubjectOf(end) ?? ClaimWording.For(end).Main;
        var verb = (end.OutputSign, isMeasured) switch
        {
            ( > 0, true) => "raises",
            ( > 0, false) => "should raise",
            ( < 0, true) => "reduces",
            ( < 0, false) => "should reduce",
            (_, true) => "changes",
            _ => "should change",
        };
        return end.Kind == ClaimKind.Expression ? $"{verb} the expression of {what}" : $"{verb} {what}";
    }

    private static string StepsOf(IReadOnlyList<ActionNode> path)
    {
        var said = path.Select(StepOf).Distinct().ToList();
        // A long way is told by its beginning and its last step.
        if (said.Count > Steps) said = [.. said.Take(Steps - 1), said[^1]];
        return said.Count < 2 ? string.Concat(said) : $"{string.Join(", ", said.Take(said.Count - 1))} and {said[^1]}";
    }

    private static string StepOf(ActionNode step)
    {
        var words = ClaimWording.For(step);
        var what = TracePath.SubjectOf(step) ?? words.Main;
        if (step.Kind == ClaimKind.Binding) return $"it binds {what}";
        var of = step.Kind switch { ClaimKind.Expression => " expression", ClaimKind.MoleculeActivity => " activity", _ => "" };
        return step.Direction switch
        {
            Direction.Up => $"{what}{of} rises",
            Direction.Down => $"{what}{of} falls",
            _ => $"{what}: {words.Verb}",
        };
    }

    /// <summary>From contradicted to supported; what nothing tests says less than what a test left open.</summary>
    private static int Support(ClaimMark? mark) => mark switch
    {
        ClaimMark.Supported => 6,
        ClaimMark.Elsewhere => 5,
        ClaimMark.SameSource => 4,
        ClaimMark.Undetermined or ClaimMark.Dependent => 2,
        ClaimMark.Disputed => 1,
        ClaimMark.Refuted => 0,
        _ => 3,
    };
}
