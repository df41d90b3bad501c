using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge.Imports;

/// <summary>All reference data, imported once for all tests of this run: it takes seconds.</summary>
internal static class ReferenceKnowledge
{
    private static readonly Lazy<Task<(ImportOutcome Outcome, InstalledKnowledge Installed)>> Imported = new(ImportAsync);

    public static async Task<ImportOutcome> OutcomeAsync() => (await Imported.Value).Outcome;

    public static async Task<InstalledKnowledge> InstalledAsync() => (await Imported.Value).Installed;

    /// <summary>With PerturbQA's tables, which judge genes.</summary>
    public static async Task<InstalledKnowledge> WithTablesAsync()
    {
        var installed = await InstalledAsync();
        return installed with
        {
            Expression =
            ExpressionTables.Open(Path.Combine(Path.GetDirectoryName(installed.Snapshot!.Path)!, KnowledgeImport.TablesFolder))
        };
    }

    private static async Task<(ImportOutcome, InstalledKnowledge)> ImportAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var outcome = await new KnowledgeImport(folder.Place, StarterPack.Load())
            .RunAsync([ReferenceData.Folder], null, CancellationToken.None);
        return (outcome, InstalledKnowledge.From(StarterPack.Load(), new SnapshotFolder(folder.Place).OpenNewest().Snapshot));
    }
}
