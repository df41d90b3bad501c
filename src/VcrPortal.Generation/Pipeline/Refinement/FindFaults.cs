using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline.Stages;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>Faults of form for which there is a way out: another cell than was asked about, a misspelt name, evidence that is not there, an
/// argument that cannot be read.</summary>
internal sealed class FindFaults(Question question, EvidenceIndex evidence, EntityRecognizer recognizer)
{
    private readonly Lazy<ImmutableArray<string>> _near = new(() => NamesNear(question, evidence, recognizer));

    public IEnumerable<Discrepancy> In(RefinedCase at) =>
        [
            .. OtherCell(at.Graph), .. at.Graph.Actions.SelectMany(Misspelt), .. at.Graph.Actions.SelectMany(WrongCitations),
            .. Unread(at.Graph),
        ];

    /// <summary>The name that a misspelt one most likely means; null where it is known, none is near, or several are equally near: which
    /// of them is meant nobody here can say.</summary>
    public string? Meant(string written) =>
        recognizer.Match(written) is null && NearestName.AllTo(written, _near.Value.Select(n => n.ToLowerInvariant())) is [var near]
            ? _near.Value.First(n => n.Equals(near, StringComparison.OrdinalIgnoreCase)) : null;

    private IEnumerable<Discrepancy> OtherCell(ActionGraph graph)
    {
        if (question.Line is not { } line || graph.Context is not { } context || context.Text("cell_type") is not { } written) yield break;
        if (recognizer.Match(written) is not { Type: EntityTypes.CellLine } match || match.Name == line.Name) yield break;
        yield return new(EditAddress.ContextParsing, new(context.Id ?? Claim.ContextId),
            $"The context names {match.Name}; the question is about {line.Name}.", null, [], "cell_type", written);
    }

    private IEnumerable<Discrepancy> Misspelt(ActionNode action) =>
        from argument in action.Arguments
        where action.Primitive?.Argument(argument.Name) is { Kind: ArgumentKind.Entity or ArgumentKind.EntityList } definition
            && (definition.Entities & (EntityTypes.Gene | EntityTypes.Compound)) != 0
        from text in argument.Value.Texts
        let meant = Meant(text)
        where meant is not null && action.Id is not null
        select new Discrepancy(EditAddress.EntityGrounding, new(action.Id!.Value),
            $"Nobody here knows \u201c{(text.Length > 60 ? text[..59] + "\u2026" : text)}\u201d; {meant} is near.", null, [],
            argument.Name, text);

    private IEnumerable<Discrepancy> WrongCitations(ActionNode action)
    {
        if (action.Id is not { } id) yield break;
        foreach (var (argument, number) in WrittenCitations.For(action))
        {
            var why = evidence.Find(number) is not { } item ? $"There is no evidence [{number}]."
                : Names(action) is { Count: > 0 } names && !names.Overlaps(NamesIn(item.Title + "\n" + item.Passage))
                    ? $"[{number}] names nothing of this claim." : null;
            if (why is not null) yield return new(EditAddress.Citation, new(id), why, null, [], argument,
                number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What the claim itself names; the compound is what every evidence is about.</summary>
    public HashSet<string> Names(ActionNode action) =>
        [.. action.Arguments.Where(a => action.Primitive?.Argument(a.Name) is { Kind: ArgumentKind.Entity or ArgumentKind.EntityList })
            .SelectMany(a => a.Value.Texts).Select(t => recognizer.Match(t)?.Name).OfType<string>()];

    public HashSet<string> NamesIn(string text) => [.. recognizer.Recognize(text).Select(e => e.Name)];

    private static readonly ImmutableHashSet<string> OfForm =
        [DiagnosticRules.AffinityInWords.Code, DiagnosticRules.ViaUnknownId.Code, DiagnosticRules.ViaLaterId.Code];

    private static IEnumerable<Discrepancy> Unread(ActionGraph graph) =>
        from problem in graph.Problems()
        where OfForm.Contains(problem.Code) && problem.Action is not null
        select new Discrepancy(EditAddress.ArgumentForm, new(problem.Action!.Value), problem.Message, null, [],
            problem.Code == DiagnosticRules.AffinityInWords.Code ? "affinity" : "via");

    /// <summary>What the question and its evidence name: only there a misspelt name is looked for.</summary>
    private static ImmutableArray<string> NamesNear(Question question, EvidenceIndex evidence, EntityRecognizer recognizer) =>
    [
        .. question.Causes.SelectMany(c => c.Targets.Select(t => t.Entity).Prepend(c.Actor))
            .Concat(evidence.Items.SelectMany(i => recognizer.Recognize(i.Title + "\n" + i.Passage))
                .Where(e => (e.Type & (EntityTypes.Gene | EntityTypes.Compound)) != 0).Select(e => e.Name))
            .Distinct(),
    ];
}
