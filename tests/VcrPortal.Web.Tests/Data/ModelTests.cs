using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

public class ModelTests
{
    private static readonly DatabaseOptions ServerModel = new() { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=none" };

    [Fact]
    public void Migrations_OfBothProviders_HoldTheWholeModel() // if not: eng/add-migration NAME
    {
        using var sqlite = new PortalDbFactory(new DatabaseOptions(), "/").CreateDbContext();
        using var server = new PortalDbFactory(ServerModel, "/").CreateDbContext();
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(server.Database.HasPendingModelChanges());
        Assert.Equal(Names(sqlite), Names(server));

        static IEnumerable<string> Names(PortalDb db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_') + 1)..]);
    }

    [Fact]
    public void Model_UsesOnlyWhatBothProvidersDo()
    {
        using var db = new PortalDbFactory(ServerModel, "/").CreateDbContext();
        foreach (var property in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            // Else Identity's: never compared or sorted by in a query.
            var isOurs = property.PropertyInfo?.DeclaringType?.Assembly == typeof(PortalDb).Assembly;
            Assert.False(
                isOurs && property.ClrType == typeof(DateTimeOffset), $"{property} has a kind that the providers keep differently");
            Assert.False(
                isOurs && property.ValueGenerated != Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never,
                $"{property} is numbered by the database");
            Assert.True(
                !property.IsIndex() || property.GetProviderClrType() != typeof(string) || property.GetMaxLength() is > 0,
                $"{property} is indexed without a length");
        }
    }

    [Fact]
    public void EveryText_OfSqlServer_IsComparedCharacterByCharacter()
    {
        using var db = new PortalDbFactory(ServerModel, "/").CreateDbContext();
        var model = db.GetService<IDesignTimeModel>().Model;
        var texts = model.GetRelationalModel().Tables.SelectMany(t => t.Columns)
            .Where(c => c.StoreType.StartsWith("nvarchar", StringComparison.Ordinal)).ToList();
        Assert.True(texts.Count > 50, $"{texts.Count} columns of text");
        // Identity's list of a passkey is read whole and never compared.
        Assert.Equal(
            ["AccountPasskeys.Transports"],
            texts.Where(c => c.Collation != SqlServerDb.Collation).Select(c => $"{c.Table.Name}.{c.Name}"));
        Assert.Null(model.GetCollation()); // it would be set by ALTER DATABASE, for which the portal has no right
    }

    [Fact]
    public async Task Ids_ThatDifferOnlyInCase_AreVotedOnApart()
    {
        await using var portal = await TestPortal.StartAsync();
        var trace = await portal.SaveTraceAsync(Samples.Text + """
            
            binds_to(id="N1", actor="Trametinib", target="MAP2K1")
            """);
        foreach (var claim in new[] { "n:n1", "n:N1" })
        {
            Assert.IsType<VoteOutcome.Cast>(
                await portal.Get<CastVote>().RunAsync(new(trace, 1, Subject.Parse(claim)!, Opinion.Up), Samples.Ana, default));
            Assert.True(await portal.Get<SaveDraft>().RunAsync(trace, claim, $"about {claim}", Samples.Ana, default));
        }
        await using var db = portal.Db();
        Assert.Equal(["n:N1", "n:n1"], await db.Votes.Select(v => v.Subject).Order().ToListAsync());
        Assert.Equal(["n:N1", "n:n1"], await db.Drafts.Select(d => d.Slot).Order().ToListAsync());
    }

    [Fact]
    public void EveryEnum_IsStoredByName_InAColumnThatHoldsItsLongest()
    {
        using var db = new PortalDbFactory(ServerModel, "/").CreateDbContext();
        var enums = from entity in db.Model.GetEntityTypes()
                    from property in entity.GetProperties()
                    let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
                    where type.IsEnum
                    select (property, type);
        Assert.NotEmpty(enums);
        Assert.All(enums, e =>
        {
            Assert.Equal(typeof(string), e.property.GetProviderClrType());
            Assert.InRange(Enum.GetNames(e.type).Max(n => n.Length), 1, e.property.GetMaxLength() ?? 0);
        });
    }

    [Fact]
    public async Task Numbers_TakenByManyAtOnce_AreEachGivenOnceWithoutAHole()
    {
        await using var portal = await TestPortal.StartAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            await using var db = portal.Db();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var first = await NumberSeries.TakeAsync(db, NumberSeries.Trace, i + 1, default);
            await transaction.CommitAsync();
            return Enumerable.Range(first, i + 1);
        })));
        Assert.Equal(Enumerable.Range(1, 55), taken.SelectMany(t => t).Order());
    }

    [Fact]
    public async Task Times_ComeBackAsUtc()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Equal(DateTimeKind.Utc, (await portal.JobAsync(await portal.LaunchAsync())).QueuedAt.Kind);
    }
}

file static class Indexed
{
    public static bool IsIndex(this Microsoft.EntityFrameworkCore.Metadata.IProperty property) =>
        property.IsKey() || property.GetContainingIndexes().Any();

    public static Type GetProviderClrType(this Microsoft.EntityFrameworkCore.Metadata.IProperty property) =>
        property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
}
