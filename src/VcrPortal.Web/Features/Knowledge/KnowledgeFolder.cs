namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Where imported knowledge lies: <c>Knowledge:Folder</c>, taken from the content root; beside the database when nothing is set.</summary>
internal static class KnowledgeFolder
{
    public const string Key = "Knowledge:Folder";
    public const string Default = "App_Data/knowledge";

    /// <summary>The place of DuckDB's library, where it is neither beside the program nor in the checkout.</summary>
    public const string DuckDb = "Tables:DuckDb";

    public static string Of(IConfiguration configuration, string contentRoot) =>
        Path.GetFullPath(configuration[Key] is { Length: > 0 } set ? set : Default, contentRoot);
}
