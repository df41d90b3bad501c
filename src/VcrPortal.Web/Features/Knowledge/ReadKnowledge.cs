using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>A resource of the snapshot that is in use, and how many edges it gave.</summary>
public sealed record DatasetInUse(KnowledgeDataset Dataset, int Edges);

/// <summary>What this process reasons and judges with.</summary>
/// <param name="Version">Null where it is the starter pack alone.</param>
public sealed record KnowledgeInUse(
    string? Version, int Entities, int Edges, int Names, ImmutableArray<DatasetInUse> Datasets, ImmutableArray<ExpressionTable> Tables);

/// <summary>Everything that the page of imports shows.</summary>
/// <param name="NewerIsInstalled">A newer snapshot lies ready, which the portal uses from its next start.</param>
/// <param name="SourcesProblem">Why the list of sources cannot be read; null where it can.</param>
/// <param name="Folder">Where files that are to be imported lie on the server.</param>
public sealed record KnowledgeOverview(
    KnowledgeInUse InUse, bool NewerIsInstalled, ImmutableArray<InstalledSource> Sources, string? SourcesProblem,
    string Folder, ImportableFiles Ready, ImportStanding? Standing);

/// <summary>What is installed, what lies ready, and how an import goes.</summary>
[Requires(Operation.ReadKnowledge)]
public sealed class ReadKnowledge(InstalledKnowledge installed, KnowledgeFolder folders, ImportRuns runs)
{
    // Nothing of it changes while the process lives.
    private readonly Lazy<KnowledgeInUse> _inUse = new(() => InUse(installed));

    /// <returns>Null for anybody who may not read it.</returns>
    public KnowledgeOverview? Run(Caller caller)
    {
        if (!caller.May(Operation.ReadKnowledge)) return null;
        var newest = new SnapshotFolder(folders.Snapshots).NewestPath;
        var (sources, problem) = Sources();
        var newerIsInstalled = newest is not null && newest != installed.Snapshot?.Path;
        return new(_inUse.Value, newerIsInstalled, sources, problem, folders.Imports, ImportableFiles.In(folders.Imports), runs.Standing);
    }

    private (ImmutableArray<InstalledSource>, string?) Sources()
    {
        try
        {
            return (InstalledSource.In(folders.Snapshots), null);
        }
        catch (Exception failure) when (failure is ImportException or IOException or UnauthorizedAccessException)
        {
            return ([], failure.Message);
        }
    }

    private static KnowledgeInUse InUse(InstalledKnowledge installed)
    {
        ImmutableArray<ExpressionTable> tables = [.. installed.Expression?.All ?? []];
        if (installed.Snapshot is not { } snapshot) return new(null, 0, 0, 0, [], tables);
        var edges = snapshot.EdgesOfDatasets();
        return new(
            snapshot.Version, snapshot.EntityCount, snapshot.EdgeCount, snapshot.NameCount,
            [.. snapshot.Datasets.Select((d, at) => new DatasetInUse(d, edges[at]))], tables);
    }
}
