namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Where knowledge lies on the server, each taken from the content root.</summary>
/// <param name="Snapshots">What imports leave: <c>Knowledge:Folder</c>, beside the database when nothing is set.</param>
/// <param name="Imports">Files that administrators may import from the page: <c>Knowledge:ImportFolder</c>. Nothing outside of it is
/// read.</param>
public sealed record KnowledgeFolder(string Snapshots, string Imports)
{
    public const string Key = "Knowledge:Folder";
    public const string Default = "App_Data/knowledge";
    public const string ImportsKey = "Knowledge:ImportFolder";
    public const string ImportsDefault = "App_Data/imports";

    public static KnowledgeFolder From(IConfiguration configuration, string contentRoot) => new(
        Path.GetFullPath(configuration[Key] is { Length: > 0 } set ? set : Default, contentRoot),
        Path.GetFullPath(configuration[ImportsKey] is { Length: > 0 } imports ? imports : ImportsDefault, contentRoot));
}
