using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Grounding;

/// <summary>One entity that an argument names, each member of a group for itself, and whether the document grounds it.</summary>
public sealed record MentionedEntity(ActionNode Action, string Argument, string Text, bool IsGrounded);

/// <summary>The entities of a document. A group that is grounded as a whole, such as a family, is one.</summary>
public static class MentionedEntities
{
    public static ImmutableArray<MentionedEntity> In(TraceDocument trace)
    {
        var known = trace.Groundings.Select(g => g.Text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from action in trace.Graph.Context is { } context ? trace.Graph.Actions.Insert(0, context) : trace.Graph.Actions
               from argument in action.Arguments
               where action.Primitive?.Argument(argument.Name)?.Kind is ArgumentKind.Entity or ArgumentKind.EntityList
               from text in argument.Value.Texts
               where !string.IsNullOrWhiteSpace(text)
               from member in known.Contains(text.Trim()) ? [text.Trim()] : EntityMention.Parse(text).Members
               select new MentionedEntity(action, argument.Name, member, known.Contains(member)),
        ];
    }

    /// <summary>A note for each entity without an id, once; none where the document grounds nothing at all, for then grounding was not
    /// tried.</summary>
    public static IEnumerable<Diagnostic> Ungrounded(TraceDocument trace) => trace.Groundings.IsEmpty ? [] :
        from entity in In(trace).Where(e => !e.IsGrounded).DistinctBy(e => e.Text, StringComparer.OrdinalIgnoreCase)
        select DiagnosticRules.UngroundedEntity.Report(
            $"{entity.Argument} names {ActionRules.Shortened(entity.Text)}, which has no ontology id.", action: entity.Action.Id);
}
