using VcrPortal.Reasoning.Editing;

namespace VcrPortal.Web.Features.Revisions.Edit;

/// <summary>An edit in a sentence, for whoever does not see the board.</summary>
internal static class EditWords
{
    public static string For(DraftEdit edit, GraphDraft draft) => edit switch
    {
        DraftEdit.AddClaim => $"{draft.Graph.Actions[^1].Id!.Value.Value} is added: {draft.Graph.Actions[^1].Name.Replace('_', ' ')}.",
        DraftEdit.Remove remove => remove.Claims.Count > 0
            ? $"{string.Join(", ", remove.Claims.Select(id => id.Value).Order(StringComparer.Ordinal))} deleted." : "The link is cut.",
        DraftEdit.Connect(var link) => $"{link.Source} leads to {link.Target} now.",
        DraftEdit.ChangeArgument { Claim: { } id } change => $"{id}: {change.Argument.Replace('_', ' ')} changed.",
        DraftEdit.ChangeArgument change => $"The cell: {change.Argument.Replace('_', ' ')} changed.",
        DraftEdit.ChangeKind change => $"{change.Claim} is another kind of claim now.",
        DraftEdit.ChangeRelation => "The link says something else now.",
        DraftEdit.Tidy => "Placed in layers.",
        DraftEdit.Replace => $"Read from the text: {draft.Graph.Actions.Length} claims.",
        _ => "",
    };
}
