namespace VcrPortal.Generation.Knowledge;

/// <summary>A resource that facts were taken from.</summary>
public sealed record KnowledgeSource(string Name, string Version, string Licence, string Url);

/// <summary>The resources behind the starter pack. Their versions change only together with the rows.</summary>
public static class KnowledgeSources
{
    public static KnowledgeSource WikiPathways { get; } = new("WikiPathways", "2026-08-22", "CC0-1.0", "https://www.wikipathways.org");

    public static KnowledgeSource Tahoe { get; } = new("Tahoe-100M", "metadata, tahoe-explorer bdc92b1", "CC0-1.0", "https://github.com/samuelbharti/tahoe-explorer");

    public static KnowledgeSource FamPlex { get; } = new("FamPlex", "master", "CC0-1.0", "https://github.com/sorgerlab/famplex");

    /// <summary>The page of one pathway.</summary>
    public static string PathwayUrl(string pathwayId) => $"https://www.wikipathways.org/pathways/{pathwayId}";
}
