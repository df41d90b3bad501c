namespace VcrPortal.Evidence.Sources;

/// <summary>The ids of the lines of the atlas.</summary>
public sealed class AtlasLines : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "Tahoe-100M cell_line_metadata", "Tahoe-100M metadata", "CC0-1.0", "Tahoe Therapeutics",
        "https://huggingface.co/datasets/tahoebio/Tahoe-100M",
        "All lines with driver alterations, the 50 that were assayed among them.");

    public PackText Make(PackInput input) => PackText.From(
        "lines.tsv", nameof(AtlasLines), Origin, ["name", "cellosaurus", "depmap"],
        input.Tahoe.Lines.Select(l => new[] { l.Name, l.Cellosaurus, l.DepMap }));
}
