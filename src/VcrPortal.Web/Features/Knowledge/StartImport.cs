using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>What became of a wish to import.</summary>
public abstract record StartImportOutcome
{
    private StartImportOutcome() { }

    public sealed record Started : StartImportOutcome;
    public sealed record NotAllowed : StartImportOutcome;
    public sealed record NothingChosen : StartImportOutcome;

    /// <summary>No such file lies in the folder, or it is of no kind that is imported.</summary>
    public sealed record NotThere(string Name) : StartImportOutcome;
    public sealed record AnotherRuns : StartImportOutcome;
}

/// <summary>Imports files that lie in the portal's folder for imports, in the background.</summary>
[Requires(Operation.ImportKnowledge)]
public sealed class StartImport(IDbContextFactory<PortalDb> databases, ImportRuns runs, KnowledgeFolder folders, TimeProvider clock)
{
    /// <param name="names">The names as the folder's listing has them: only what is in the listing is ever opened, whatever a name looks
    /// like.</param>
    public async Task<StartImportOutcome> RunAsync(IReadOnlyCollection<string> names, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ImportKnowledge)) return new StartImportOutcome.NotAllowed();
        if (names.Count == 0) return new StartImportOutcome.NothingChosen();
        var ready = ImportableFiles.In(folders.Imports).Files;
        var chosen = ready.Where(f => names.Contains(f.Name)).ToList();
        if (names.FirstOrDefault(name => chosen.TrueForAll(f => f.Name != name)) is { } missing) return new StartImportOutcome.NotThere(
            missing);
        if (!runs.TryTake(chosen.Count)) return new StartImportOutcome.AnotherRuns();
        try
        {
            await RememberAsync(
                string.Create(CultureInfo.InvariantCulture, $"{chosen.Count} {(chosen.Count == 1 ? "file" : "files")}"), caller, ct);
        }
        catch
        {
            runs.GiveUp();
            throw;
        }
        runs.Start([.. chosen.Select(f => f.Path)]);
        return new StartImportOutcome.Started();
    }

    private async Task RememberAsync(string detail, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        HistoryWriter.Add(db, caller, Operation.ImportKnowledge, HistorySubject.Knowledge, clock.GetUtcNow().UtcDateTime, detail);
        await db.SaveChangesAsync(ct);
    }
}
