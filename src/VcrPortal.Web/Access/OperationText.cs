namespace VcrPortal.Web.Access;

/// <summary>Operations as people read them: "Change role".</summary>
internal static class OperationText
{
    public static string For(Operation operation) => For(operation.ToString());

    /// <summary>Words for a name that stands in the history, where a later version may have known more of them.</summary>
    public static string For(string operation) =>
        string.Concat(operation.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
