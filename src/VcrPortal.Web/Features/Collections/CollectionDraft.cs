namespace VcrPortal.Web.Features.Collections;

/// <summary>What somebody writes about a collection as a whole.</summary>
public sealed record CollectionDraft(string? Title, string? About, bool IsPrivate)
{
    /// <summary>Nobody has written anything else since.</summary>
    internal bool IsStill(CollectionRow collection) =>
        (Title ?? "", About ?? "", IsPrivate) == (collection.Title, collection.About, collection.IsPrivate);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal CollectionOutcome.Invalid? Trouble =>
        string.IsNullOrWhiteSpace(Title) ? new("Give the collection a title.")
        : Title.Trim().Length > CollectionRow.LongestTitle ? new($"A title has at most {CollectionRow.LongestTitle} characters.")
        : About?.Trim().Length > CollectionRow.LongestText ? new($"What it is about has at most {CollectionRow.LongestText:N0} characters.")
        : null;
}

/// <summary>Something that a collection holds: a trace, or a claim of it.</summary>
/// <param name="Action">The id of the claim; empty for the trace as a whole.</param>
public readonly record struct ItemKey(int Trace, string Action)
{
    /// <summary>The item as it stands in a form: <c>12</c>, <c>12:n3</c>.</summary>
    public string Text => Action.Length == 0 ? FormattableString.Invariant($"{Trace}") : FormattableString.Invariant($"{Trace}:{Action}");

    /// <returns>Null for what no form of ours has sent.</returns>
    public static ItemKey? Read(string? text) =>
        text?.Split(':', 2) is { } parts && Ui.QueryParameter.Number(parts[0]) is { } trace
            ? new(trace, parts.Length > 1 ? parts[1] : "") : null;
}
