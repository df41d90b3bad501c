using System.Globalization;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>Edits of how an explanation is written down: the cell that was asked about, a name as it is known, evidence that says it, an
/// argument that can be read.</summary>
internal sealed class RealisationEdits(Question question, EvidenceIndex evidence, FindFaults faults)
{
    private const string Genotype = "genotype";

    public IEnumerable<ProposedEdit> For(Discrepancy found, RefinedCase at)
    {
        if (found.Address == EditAddress.ContextParsing) return Context(found, at.Graph);
        if (at.Graph.Find(found.Claim.Action) is not { } action) return [];
        return found.Address switch
        {
            EditAddress.EntityGrounding => Named(found, action, at.Graph),
            EditAddress.Citation => Cited(found, action, at.Graph),
            EditAddress.ArgumentForm => [ProposedEdit.Changing(
                at.Graph, GraphChange.Without(action, found.Argument!), $"Leave {found.Argument} out of {action.Id}")],
            _ => [],
        };
    }

    private IEnumerable<ProposedEdit> Context(Discrepancy found, ActionGraph graph)
    {
        if (graph.Find(found.Claim.Action) is { IsContext: false } altered)
        {
            yield return new($"Withdraw {altered.Id} and join what stands around it",
                GraphPruning.WithoutAction(graph, altered.Id!.Value), []);
            yield break;
        }
        if (graph.Context is not { } context) yield break;
        if (found.Argument is { } argument && question.Line is { } line)
            yield return new($"Name {line.Name} as the cell, as the question does",
                GraphChange.WithContext(graph, GraphChange.With(context, argument, line.Name)), [found.Claim.Action]);
        if (found.Claim.Member is { } part && context.Text(Genotype) is { } genotype)
        {
            var left = genotype.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => p != part);
            var text = string.Join(", ", left);
            yield return new($"Leave {part} out of the context", GraphChange.WithContext(graph, text.Length == 0
                ? GraphChange.Without(context, Genotype) : GraphChange.With(context, Genotype, text)), [found.Claim.Action]);
        }
    }

    private IEnumerable<ProposedEdit> Named(Discrepancy found, ActionNode action, ActionGraph graph)
    {
        if (faults.Meant(found.Text!) is not { } meant || action[found.Argument!] is not { } value) yield break;
        ArgumentValue named = value is ArgumentValue.List list
            ? new ArgumentValue.List([.. list.Items.Select(i => i == found.Text ? meant : i).Distinct()]) : new ArgumentValue.Text(meant);
        yield return ProposedEdit.Changing(
            graph, GraphChange.With(action, found.Argument!, named), $"Write {meant} for {found.Text} in {action.Id}");
    }

    /// <summary>Evidence that names all that the claim names, the first such; else none.</summary>
    private IEnumerable<ProposedEdit> Cited(Discrepancy found, ActionNode action, ActionGraph graph)
    {
        var (mark, written) = ($"[{found.Text}]", action.Text(found.Argument!)!);
        var names = faults.Names(action);
        var better = names.Count == 0 ? null
            : evidence.Items.FirstOrDefault(i => names.IsSubsetOf(faults.NamesIn(i.Title + "\n" + i.Passage)));
        if (better is not null && better.Number.ToString(CultureInfo.InvariantCulture) != found.Text)
            yield return Changed($"[{better.Number}]", $"Cite [{better.Number}] instead of {mark} in {action.Id}");
        yield return Changed("", $"Leave the citation {mark} out of {action.Id}");

        ProposedEdit Changed(string instead, string sentence)
        {
            var text = written.Replace(mark, instead, StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim();
            return ProposedEdit.Changing(graph, text.Length == 0 ? GraphChange.Without(action, found.Argument!)
                : GraphChange.With(action, found.Argument!, text), sentence);
        }
    }
}
