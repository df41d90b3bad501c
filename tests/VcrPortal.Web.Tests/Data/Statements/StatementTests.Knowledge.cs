using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Knowledge.Answers;
using VcrPortal.Web.Features.Knowledge.Upload;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of knowledge: files that arrive and are imported, and the answers of other sources.
public partial class StatementTests
{
    private static Dictionary<Type, Run[]> KnowledgeRuns => new()
    {
        [typeof(SourceCache)] =
        [
            new(s => Cache(s).FindAsync("PubMed", "key", default)),
            new(s => Cache(s).KeepAsync("PubMed", "key", new("{}", DateTimeOffset.UnixEpoch), default)),
        ],
        [typeof(StartImport)] = [new(ImportAsync)],
        [typeof(ReceiveFile)] = [new(ReceiveAsync)],
        [typeof(StopImport)] =
        [
            new(s =>
            {
                s.Get<ImportRuns>().TryTake(1);
                return s.Get<StopImport>().RunAsync(Ana with { Role = PortalRole.Admin }, default);
            }),
        ],
    };

    private static async Task ImportAsync(Portal portal)
    {
        using var folder = new TempFolder();
        folder.Write("relations.csv", "HGNC,A,isa,FPLX,B\n");
        await using var runs = new ImportRuns(
            (_, _, _) => Task.FromException<ImportOutcome>(new ImportException("x", null, "y")), TimeProvider.System,
            NullLogger<ImportRuns>.Instance);
        await new StartImport(portal.Databases, runs, new(folder.Place, folder.Place), TimeProvider.System)
            .RunAsync(["relations.csv"], Ana with { Role = PortalRole.Admin }, default);
    }

    private static async Task ReceiveAsync(Portal portal)
    {
        using var folder = new TempFolder();
        var file = "HGNC,A,isa,FPLX,B\n"u8.ToArray();
        await new ReceiveFile(portal.Databases, new(folder.Place, folder.Place), Options.Create(new UploadOptions()), TimeProvider.System)
            .RunAsync(new("relations.csv", file.Length, 1, 0), new MemoryStream(file), Ana with { Role = PortalRole.Admin }, default);
    }

    private static SourceCache Cache(Portal portal) => new(
        portal.Get<IDbContextFactory<PortalDb>>(), TimeProvider.System, NullLogger<SourceCache>.Instance, TimeSpan.FromDays(7));
}
