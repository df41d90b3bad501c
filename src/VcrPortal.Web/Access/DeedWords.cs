namespace VcrPortal.Web.Access;

/// <summary>Deeds as people read them: "Change role".</summary>
internal static class DeedWords
{
    public static string Of(Deed deed) => Of(deed.ToString());

    /// <summary>Of a name that stands in the history, where a later version may have known more of them.</summary>
    public static string Of(string deed) => string.Concat(deed.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
