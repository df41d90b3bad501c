using VcrPortal.Web.Features.Knowledge.Upload;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Section <c>Knowledge</c>. Folders are taken from the content root.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>What imports leave; beside the database when nothing is set.</summary>
    public string? Folder { get; set; }

    /// <summary>Files that administrators may import from the page.</summary>
    public string? ImportFolder { get; set; }

    public UploadOptions Upload { get; } = new();
}
