using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Data;

/// <summary>
/// One model for both providers, so only what both do: UTC <see cref="DateTime"/>, numbers that we allocate (<see cref="Numbers"/>),
/// enums by name, JSON as text that we read ourselves. One context for one operation, from the factory.
/// </summary>
public abstract class PortalDb : IdentityUserContext<Account, string>, IDataProtectionKeyContext
{
    protected PortalDb(DbContextOptions options) : base(options)
    {
        // A transaction here either commits or is thrown away whole; nobody rolls back to a savepoint.
        Database.AutoSavepointsEnabled = false;
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
    }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<NumberRow> Numbers => Set<NumberRow>();
    public DbSet<JobRow> Jobs => Set<JobRow>();
    public DbSet<JobRecordRow> JobRecords => Set<JobRecordRow>();
    public DbSet<JobEventRow> JobEvents => Set<JobEventRow>();
    public DbSet<BatchRow> Batches => Set<BatchRow>();
    public DbSet<BatchPieceRow> BatchPieces => Set<BatchPieceRow>();
    public DbSet<TraceRow> Traces => Set<TraceRow>();
    public DbSet<TraceTextRow> TraceTexts => Set<TraceTextRow>();
    public DbSet<TraceRevisionRow> TraceRevisions => Set<TraceRevisionRow>();
    public DbSet<TraceVerdictRow> TraceVerdicts => Set<TraceVerdictRow>();
    public DbSet<TraceTermRow> TraceTerms => Set<TraceTermRow>();
    public DbSet<TraceScoreRow> TraceScores => Set<TraceScoreRow>();
    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();
    public DbSet<CommentRow> Comments => Set<CommentRow>();
    public DbSet<CommentTextRow> CommentTexts => Set<CommentTextRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<VoteRow> Votes => Set<VoteRow>();
    public DbSet<GuestRow> Guests => Set<GuestRow>();
    public DbSet<WatchRow> Watches => Set<WatchRow>();
    public DbSet<SearchWatchRow> SearchWatches => Set<SearchWatchRow>();
    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

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
        configurationBuilder.Properties<PortalRole>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<JobState>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Disagreement>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<NotificationReason>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<NotificationKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<ScoreKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<TraceState>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<VcrPortal.Reasoning.Verification.VerdictKind>().HaveConversion<string>().HaveMaxLength(20);
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
