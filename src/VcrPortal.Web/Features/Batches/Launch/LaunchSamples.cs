using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>On the very first start, queues every compound of the knowledge base in every cell line, so that nobody meets an empty
/// portal.</summary>
public sealed class LaunchSamples(
    IDbContextFactory<PortalDb> databases, LaunchBatch batches, QueueBell bell, KnowledgeBase knowledge,
        IOptions<SampleOptions> options)
{
    public const string Owner = "samples";

    /// <returns>The number of the batch; null when samples are off or a batch was ever made.</returns>
    public async Task<int?> RunAsync(CancellationToken ct)
    {
        var records = Records(knowledge);
        if (!options.Value.Enabled || records.Count == 0) return null;

        return await databases.InTransactionAsync(
            Repeatable.IfUndone, (db, transaction) => LaunchAsync(db, transaction, records, ct), ct);
    }

    private async Task<int?> LaunchAsync(
        PortalDb db, PortalTransaction transaction, List<PerturbationRecord> records, CancellationToken ct)
    {
        if (await db.Batches.AnyAsync(ct)) return null;
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Batch, 1, ct);
        if (number != 1) return null; // another process was first
        await batches.AddAsync(
            db, number, $"Samples: {knowledge.Compounds.Length} compounds × {knowledge.CellLines.Length} cell lines", records,
            new(Owner, IsPrivate: false), ct);
        await transaction.CommitAsync(ct);
        bell.Ring();
        return number;
    }

    private static List<PerturbationRecord> Records(KnowledgeBase knowledge) =>
    [
        .. from line in knowledge.CellLines
           from compound in knowledge.Compounds
           select new PerturbationRecord([new CellContext(line.Name)], [new Perturbation(PerturbationKind.Chemical, compound.Name)]),
    ];
}
