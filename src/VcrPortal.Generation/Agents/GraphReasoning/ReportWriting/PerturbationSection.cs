using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>What was done to the cell: the compound or edit, what it binds, and which of its targets are followed.</summary>
internal sealed class PerturbationSection(Mechanism mechanism, SignedGraph graph, Func<ImmutableArray<EvidenceItem>, string> cite)
{
    public string Paragraph(Cause cause)
    {
        var told = mechanism.Claims.Where(
            c => c.Role is ClaimRole.Binding or ClaimRole.Edit && (c.Action.Text("actor") == cause.Actor || cause.IsGeneEdit)).ToList();
        var text = new StringBuilder(Listed(cause)).Append(Stated(cause));
        if (told.Count > 0) text.Append($" {(cause.IsGeneEdit ? "This is told as" : "It binds")} {Told(told)}.");
        text.Append(Carriers(cause)).Append(Acts(cause));
        var untold = cause.Targets.Length - told.Count - cause.Targets.SelectMany(t => MechanismGate.CarriedTo(cause, t)).Count();
        if (told.Count > 0 && untold > 0) text.Append(
            CultureInfo.InvariantCulture, $" {untold} more {(untold == 1 ? "target is" : "targets are")} listed and not told here.");
        return text.Append("\n\n").ToString();
    }

    /// <summary>What the installed knowledge holds of it.</summary>
    private string Listed(Cause cause)
    {
        var name = ReportMarkdown.Escape(cause.Actor.Length > 0 ? cause.Actor : "An unnamed compound");
        if (cause.Compound is not { } compound) return cause.IsGeneEdit
            ? $"The perturbation is a {ReportMarkdown.Escape(cause.Perturbation.GeneEdit ?? "gene edit")} of **{name}**."
            : $"**{name}** is not in the installed knowledge.";
        var described = compound.Mechanism is "" or "unclear" ? "without a clear mechanism"
            : $"with the mechanism \u201c{ReportMarkdown.Escape(compound.Mechanism)}\u201d";
        var targets = compound.Targets.IsEmpty ? "without a named target"
            : $"the {(compound.Targets.Length == 1 ? "target" : "targets")} {ReportMarkdown.List(compound.Targets)}";
        return $"**{name}** is listed {described} and {targets}{cite([FactEvidence.From(compound)])}.";
    }

    private string Stated(Cause cause)
    {
        var stated = cause.Targets.Where(t => t.Fact.Source == FactEvidence.Record && !cause.IsGeneEdit).ToList();
        return stated.Count == 0 ? "" : $" The record itself states {ReportMarkdown.List(stated.Select(t => graph.NameOf(t.Entity)))} as "
            + $"target{cite([.. stated.Select(t => t.Fact)])}.";
    }

    /// <summary>Targets that carry the effect to another one, and those from which none is followed.</summary>
    private string Carriers(Cause cause)
    {
        var text = new StringBuilder();
        foreach (var carrier in cause.Targets)
            if (MechanismGate.CarriedTo(cause, carrier) is { IsEmpty: false } to)
                text.Append(
                    $" {carrier.Entity} carries it to {ReportMarkdown.List(to)}{cite([.. carrier.Facts])}, which only the two together bind"
                    + (to.Contains("MTOR") ? "; what is told of MTOR is meant of mTORC1." : "."));
        var idle = cause.Targets.Where(t => !t.CarriesEffect && MechanismGate.CarriedTo(cause, t).IsEmpty).Select(t => t.Entity).ToList();
        if (idle.Count > 0) text.Append(
            $" Its mechanism names other targets than {ReportMarkdown.List(idle)}, so no effect is followed from "
            + $"{(idle.Count == 1 ? "that one" : "those")}.");
        return text.ToString();
    }

    /// <summary>How it acts, where that is more than to raise or lower an activity; one sentence for targets that are acted on
    /// alike.</summary>
    private string Acts(Cause cause) => string.Concat(
        cause.Targets.Where(t => t.Act != DrugAct.Moves && t.Exception is not null).DistinctBy(t => t.Exception!.Passage)
            .Select(t => $" {ReportMarkdown.Escape(t.Exception!.Passage)}{cite([t.Exception])}"));

    private static string Told(List<MechanismClaim> claims) =>
        ReportMarkdown.Join(
            [.. claims.Select(c => $"{ReportMarkdown.Escape(c.Action.Text("target") ?? c.Action.Text("variant") ?? "")} [{c.Id}]")]);
}
