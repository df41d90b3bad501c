using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Web.Features.Traces;

/// <summary>The question of a trace in the names of the knowledge base; what it does not know keeps the name that was given.</summary>
internal sealed record TraceSubject(string Compound, string? CompoundCurie, string? CellLine, string? CellLineCurie, string? Organ)
{
    public static TraceSubject From(PerturbationRecord record, KnowledgeBase knowledge)
    {
        var what = record.Perturbations.Select(p => p.DisplayName).FirstOrDefault(n => n.Length > 0) ?? "Unnamed perturbation";
        var where = record.Contexts.Select(c => c.CellLine).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));
        var compound = knowledge.Compounds.FirstOrDefault(c => Names(what, c.Name, c.Synonyms));
        var line = where is null ? null : knowledge.CellLines.FirstOrDefault(c => Names(where, c.Name, c.Synonyms));
        return new TraceSubject(
            (compound?.Name ?? what).Fit(200), compound?.Id?.ToString(), (line?.Name ?? where)?.Fit(200), line?.Id.ToString(), line?.Organ);
    }

    public IEnumerable<TraceTerm> Terms()
    {
        yield return new TraceTerm(TermKind.Compound, Compound, CompoundCurie);
        if (CellLine is not null) yield return new TraceTerm(TermKind.CellLine, CellLine, CellLineCurie);
        if (Organ is not null) yield return new TraceTerm(TermKind.Organ, Organ);
    }

    private static bool Names(string text, string name, IEnumerable<string> synonyms) =>
        synonyms.Prepend(name).Any(n => n.ToSearchForm() == text.ToSearchForm());
}
