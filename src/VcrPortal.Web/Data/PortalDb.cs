using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Data;

/// <summary>
/// One model for both providers, so only what both do: UTC <see cref="DateTime"/>, numbers that we allocate (<see cref="Numbers"/>),
/// enums by name, JSON as text that we read ourselves. One context for one operation, from the factory. Each slice configures its own rows
/// (found in the assembly) and gives them as properties of this class, in its <c>…Tables</c>; here no slice is known.
/// </summary>
public abstract class PortalDb : IdentityUserContext<Account, string>, IDataProtectionKeyContext
{
    /// <summary>Characters of an enum's name in a column.</summary>
    private const int EnumLength = 20;

    protected PortalDb(DbContextOptions options) : base(options)
    {
        // A transaction here either commits or is thrown away whole; nobody rolls back to a savepoint.
        Database.AutoSavepointsEnabled = false;
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
    }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<NumberRow> Numbers => Set<NumberRow>();

    // The same in every process, whatever its services say: the migrations rest on it.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        // Every enum is kept by name, so that none that is forgotten becomes a number. A row whose names are longer says so itself.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
    }

    /// <summary>Databases keep no kind: what comes out is what went in, UTC.</summary>
    private sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
        written => written, read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : PortalDb(options);

public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : PortalDb(options)
{
    /// <summary>Text is the same when it is the same character by character, and sorts so: as in SQLite. A server's own collation takes
    /// the claims <c>n1</c> and <c>N1</c> for one, and refuses to compare columns of two collations.</summary>
    internal const string Collation = "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(Collation);
        configurationBuilder.Properties<Enum>().UseCollation(Collation);
    }
}
