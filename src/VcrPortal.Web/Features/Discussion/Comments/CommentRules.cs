namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>What a comment must be.</summary>
internal static class CommentRules
{
    /// <summary>Characters of Markdown.</summary>
    public const int MostCharacters = 10_000;

    public const string TooFast =
        "You wrote as many comments as one person may within ten minutes. What you typed is kept; send it in a while.";

    /// <returns>One sentence that says what to do, or null.</returns>
    public static string? Check(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "There is nothing in this comment yet."
        : text.Length > MostCharacters ? $"A comment has at most {MostCharacters:N0} characters; this one has {text.Length:N0}."
        : null;
}
