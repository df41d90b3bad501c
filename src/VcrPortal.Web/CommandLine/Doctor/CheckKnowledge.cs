using System.Globalization;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Web.Features.Knowledge;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>What the engine would reason with.</summary>
internal static class CheckKnowledge
{
    private const string What = "Knowledge";

    public static IEnumerable<Finding> Run(IServiceProvider services)
    {
        var folders = services.GetRequiredService<KnowledgeFolder>();
        var pack = services.GetRequiredService<KnowledgeBase>();
        var opened = new SnapshotFolder(folders.Snapshots).OpenNewest();
        using var snapshot = opened.Snapshot;
        foreach (var problem in opened.Problems)
            yield return Finding.Warning(What, problem, "Import again (verb import), or remove that file; an older snapshot is used.");
        if (FolderTrial.FindTrouble(folders.Snapshots) is { } trouble)
            yield return Finding.Warning(What, $"What is imported cannot be kept: {trouble}",
                "Give the portal's user that folder, or name another one in Knowledge:Folder.");
        yield return Finding.Good(What, snapshot is null
            ? string.Create(CultureInfo.InvariantCulture,
                $"The starter pack, {pack.Compounds.Length} compounds in {pack.CellLines.Length} lines; nothing was imported.")
            : string.Create(CultureInfo.InvariantCulture,
                $"{snapshot.Version}: {snapshot.EntityCount:N0} entities, {snapshot.EdgeCount:N0} relations, from {folders.Snapshots}."));
    }
}
