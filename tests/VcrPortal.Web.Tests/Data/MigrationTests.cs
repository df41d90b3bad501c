using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Tests.Data;

/// <summary>While members of a cluster are replaced one by one, the version before works on a database that the new one has migrated: each
/// migration after the first only adds. What must go is no longer used in one version, and dropped in the next but one.</summary>
public class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Migrations_AfterTheFirst_LeaveTheVersionBeforeAtWork(DatabaseProvider provider)
    {
        using var db = new PortalDbFactory(new DatabaseOptions { Provider = provider, ConnectionString = "Data Source=none" }, "/")
            .CreateDbContext();
        var migrations = db.GetService<IMigrationsAssembly>();
        var all = migrations.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => migrations.CreateMigration(m.Value, db.Database.ProviderName!).UpOperations).ToList();
        Assert.NotEmpty(all[0]);
        Assert.Empty(all.Skip(1).SelectMany(operations => operations.Where(o => Breaks(o, operations))));
    }

    public static TheoryData<MigrationOperation, bool> Planted => new()
    {
        { new DropColumnOperation { Table = "Traces", Name = "Title" }, true },
        { new RenameColumnOperation { Table = "Traces", Name = "Title", NewName = "Heading" }, true },
        { new AddColumnOperation { Table = "Traces", Name = "Mood", IsNullable = false }, true },
        { new AddColumnOperation { Table = "Traces", Name = "Mood", IsNullable = false, DefaultValue = 0 }, false },
        { new AddColumnOperation { Table = "Traces", Name = "Mood", IsNullable = true }, false },
        { new CreateIndexOperation { Table = "Traces", Name = "IX", Columns = ["Title"], IsUnique = true }, true },
        { new CreateIndexOperation { Table = "Traces", Name = "IX", Columns = ["Title"] }, false },
        { new AlterColumnOperation { Table = "Traces", Name = "Title", IsNullable = false }, true },
        { new CreateTableOperation { Name = "Moods" }, false },
    };

    [Theory, MemberData(nameof(Planted))]
    public void Operation_BreaksTheVersionBefore_WhereItsRowsWouldNotFit(MigrationOperation operation, bool breaks) =>
        Assert.Equal(breaks, Breaks(operation, [operation]));

    private static bool Breaks(MigrationOperation operation, IReadOnlyList<MigrationOperation> together) => operation switch
    {
        CreateTableOperation or DropIndexOperation or SqlOperation or AddColumnOperation { IsNullable: true } => false,
        AddColumnOperation column => column is { DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null },
        CreateIndexOperation index => index.IsUnique && !together.OfType<CreateTableOperation>().Any(t => t.Name == index.Table),
        _ => true,
    };
}
