using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace VcrPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AcceptedPrimitives",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false),
                    DraftJson = table.Column<string>(type: "TEXT", nullable: true),
                    ObsoleteSince = table.Column<int>(type: "INTEGER", nullable: true),
                    ReplacedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptedPrimitives", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LaunchQuota = table.Column<int>(type: "INTEGER", nullable: true),
                    SignsExportsWith = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VisitorKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NeverBegun = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "BlindReviews",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlindReviews", x => new { x.JobNumber, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "Collections",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    OwnerKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Collections", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Guests",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guests", x => new { x.JobNumber, x.AccountKey });
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Compound = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CellLine = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Engine = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsBatch = table.Column<bool>(type: "INTEGER", nullable: false),
                    BatchNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    VisitorKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CancelRequested = table.Column<bool>(type: "INTEGER", nullable: false),
                    RefinementSteps = table.Column<int>(type: "INTEGER", nullable: false),
                    OriginNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    InputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    OutputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    CostMillionths = table.Column<long>(type: "INTEGER", nullable: true),
                    CostCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Nodes",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Workers = table.Column<int>(type: "INTEGER", nullable: false),
                    Circuits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nodes", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Numbers",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Numbers", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    DraftJson = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VocabularyVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SearchWatches",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Compound = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CellLine = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SeenTrace = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWatches", x => new { x.AccountKey, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "SourceAnswers",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceAnswers", x => new { x.Source, x.Question });
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    TeamKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Leads = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => new { x.AccountKey, x.TeamKey });
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameFolded = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Traces",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    ImportHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TitleFolded = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Compound = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CompoundCurie = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    CellLine = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CellLineCurie = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Organ = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StateReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Supported = table.Column<int>(type: "INTEGER", nullable: false),
                    Refuted = table.Column<int>(type: "INTEGER", nullable: false),
                    Undetermined = table.Column<int>(type: "INTEGER", nullable: false),
                    NotTestable = table.Column<int>(type: "INTEGER", nullable: false),
                    SameSource = table.Column<int>(type: "INTEGER", nullable: false),
                    Disputed = table.Column<int>(type: "INTEGER", nullable: false),
                    Dependent = table.Column<int>(type: "INTEGER", nullable: false),
                    Against = table.Column<int>(type: "INTEGER", nullable: false),
                    Kinds = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    Ends = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    Judged = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Direct = table.Column<int>(type: "INTEGER", nullable: false),
                    Elsewhere = table.Column<int>(type: "INTEGER", nullable: false),
                    KnowsTooLittle = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    BatchNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Review = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    Commented = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Votes = table.Column<int>(type: "INTEGER", nullable: false),
                    Voted = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Opposed = table.Column<int>(type: "INTEGER", nullable: false),
                    Talked = table.Column<int>(type: "INTEGER", nullable: false),
                    DiscussionVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Traces", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 800, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    SignCount = table.Column<uint>(type: "INTEGER", nullable: false),
                    Transports = table.Column<string>(type: "TEXT", nullable: true),
                    IsUserVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    AttestationObject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClientDataJson = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountRecoveryCodes",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRecoveryCodes", x => new { x.AccountKey, x.Hash });
                    table.ForeignKey(
                        name: "FK_AccountRecoveryCodes_Accounts_AccountKey",
                        column: x => x.AccountKey,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BatchPieces",
                columns: table => new
                {
                    BatchNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Piece = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstJob = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordsJson = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchPieces", x => new { x.BatchNumber, x.Piece });
                    table.ForeignKey(
                        name: "FK_BatchPieces_Batches_BatchNumber",
                        column: x => x.BatchNumber,
                        principalTable: "Batches",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PastBlind",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastBlind", x => new { x.JobNumber, x.Revision, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_PastBlind_BlindReviews_JobNumber_Revision",
                        columns: x => new { x.JobNumber, x.Revision },
                        principalTable: "BlindReviews",
                        principalColumns: new[] { "JobNumber", "Revision" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectionItems",
                columns: table => new
                {
                    CollectionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectionItems", x => new { x.CollectionNumber, x.TraceNumber, x.Action });
                    table.ForeignKey(
                        name: "FK_CollectionItems_Collections_CollectionNumber",
                        column: x => x.CollectionNumber,
                        principalTable: "Collections",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JobEvents",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobEvents", x => new { x.JobNumber, x.Sequence });
                    table.ForeignKey(
                        name: "FK_JobEvents_Jobs_JobNumber",
                        column: x => x.JobNumber,
                        principalTable: "Jobs",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JobRecords",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordJson = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRecords", x => x.JobNumber);
                    table.ForeignKey(
                        name: "FK_JobRecords_Jobs_JobNumber",
                        column: x => x.JobNumber,
                        principalTable: "Jobs",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShareLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShareLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShareLinks_Jobs_JobNumber",
                        column: x => x.JobNumber,
                        principalTable: "Jobs",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProposalAcceptances",
                columns: table => new
                {
                    ProposalNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalAcceptances", x => new { x.ProposalNumber, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_ProposalAcceptances_Proposals_ProposalNumber",
                        column: x => x.ProposalNumber,
                        principalTable: "Proposals",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProposalComments",
                columns: table => new
                {
                    ProposalNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalComments", x => new { x.ProposalNumber, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_ProposalComments_Proposals_ProposalNumber",
                        column: x => x.ProposalNumber,
                        principalTable: "Proposals",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProposalVotes",
                columns: table => new
                {
                    ProposalNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsFor = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalVotes", x => new { x.ProposalNumber, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_ProposalVotes_Proposals_ProposalNumber",
                        column: x => x.ProposalNumber,
                        principalTable: "Proposals",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamInvitations",
                columns: table => new
                {
                    TeamKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamInvitations", x => new { x.AccountKey, x.TeamKey });
                    table.ForeignKey(
                        name: "FK_TeamInvitations_Teams_TeamKey",
                        column: x => x.TeamKey,
                        principalTable: "Teams",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    ReplyTo = table.Column<int>(type: "INTEGER", nullable: true),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Comments_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.AccountKey, x.TraceNumber, x.Slot });
                    table.ForeignKey(
                        name: "FK_Drafts_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Flags",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Target = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FlaggerKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flags", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Flags_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number");
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ActorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Target = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number");
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    End = table.Column<int>(type: "INTEGER", nullable: false),
                    Exact = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Suffix = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Passages_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TraceClaims",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Primitive = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActorLabel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TargetLabel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sign = table.Column<int>(type: "INTEGER", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceClaims", x => new { x.TraceNumber, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_TraceClaims_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TraceRevisions",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Vocabulary = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceRevisions", x => new { x.TraceNumber, x.Revision });
                    table.ForeignKey(
                        name: "FK_TraceRevisions_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TraceScores",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Supported = table.Column<int>(type: "INTEGER", nullable: false),
                    Refuted = table.Column<int>(type: "INTEGER", nullable: false),
                    Undetermined = table.Column<int>(type: "INTEGER", nullable: false),
                    NotTestable = table.Column<int>(type: "INTEGER", nullable: false),
                    SameSource = table.Column<int>(type: "INTEGER", nullable: false),
                    Disputed = table.Column<int>(type: "INTEGER", nullable: false),
                    Dependent = table.Column<int>(type: "INTEGER", nullable: false),
                    Direct = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceScores", x => new { x.TraceNumber, x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_TraceScores_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TraceTerms",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Curie = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceTerms", x => new { x.TraceNumber, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_TraceTerms_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TraceTexts",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false),
                    EvidenceJson = table.Column<string>(type: "TEXT", nullable: false),
                    CitationsJson = table.Column<string>(type: "TEXT", nullable: false),
                    RecordJson = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceTexts", x => x.TraceNumber);
                    table.ForeignKey(
                        name: "FK_TraceTexts_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Votes",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    IsUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Votes", x => new { x.TraceNumber, x.AccountKey, x.Subject, x.Revision });
                    table.ForeignKey(
                        name: "FK_Votes_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Watches",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watches", x => new { x.AccountKey, x.TraceNumber });
                    table.ForeignKey(
                        name: "FK_Watches_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentTexts",
                columns: table => new
                {
                    CommentNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentTexts", x => new { x.CommentNumber, x.Version });
                    table.ForeignKey(
                        name: "FK_CommentTexts_Comments_CommentNumber",
                        column: x => x.CommentNumber,
                        principalTable: "Comments",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PassageMarks",
                columns: table => new
                {
                    PassageNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageMarks", x => new { x.PassageNumber, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_PassageMarks_Passages_PassageNumber",
                        column: x => x.PassageNumber,
                        principalTable: "Passages",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Needed = table.Column<int>(type: "INTEGER", nullable: false),
                    Rubric = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Differing = table.Column<int>(type: "INTEGER", nullable: false),
                    QueuedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => new { x.TraceNumber, x.Revision });
                    table.ForeignKey(
                        name: "FK_Reviews_TraceRevisions_TraceNumber_Revision",
                        columns: x => new { x.TraceNumber, x.Revision },
                        principalTable: "TraceRevisions",
                        principalColumns: new[] { "TraceNumber", "Revision" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Base = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Rationale = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AcceptedHunks = table.Column<string>(type: "TEXT", nullable: true),
                    IsReportAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Became = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suggestions", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Suggestions_TraceRevisions_TraceNumber_Base",
                        columns: x => new { x.TraceNumber, x.Base },
                        principalTable: "TraceRevisions",
                        principalColumns: new[] { "TraceNumber", "Revision" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TraceVerdicts",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Member = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EdgeTarget = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Verifier = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SameSource = table.Column<bool>(type: "INTEGER", nullable: false),
                    VerdictJson = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceVerdicts", x => new { x.TraceNumber, x.Revision, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_TraceVerdicts_TraceRevisions_TraceNumber_Revision",
                        columns: x => new { x.TraceNumber, x.Revision },
                        principalTable: "TraceRevisions",
                        principalColumns: new[] { "TraceNumber", "Revision" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reviewers",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReservedUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: false),
                    DraftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AsideAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AsideReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsAdjudicator = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviewers", x => new { x.TraceNumber, x.Revision, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_Reviewers_Reviews_TraceNumber_Revision",
                        columns: x => new { x.TraceNumber, x.Revision },
                        principalTable: "Reviews",
                        principalColumns: new[] { "TraceNumber", "Revision" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Judgements",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Claim = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Primitive = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Judgements", x => new { x.TraceNumber, x.Revision, x.AccountKey, x.Claim, x.Step });
                    table.ForeignKey(
                        name: "FK_Judgements_Reviewers_TraceNumber_Revision_AccountKey",
                        columns: x => new { x.TraceNumber, x.Revision, x.AccountKey },
                        principalTable: "Reviewers",
                        principalColumns: new[] { "TraceNumber", "Revision", "AccountKey" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Numbers",
                columns: new[] { "Name", "Last" },
                values: new object[,]
                {
                    { "batch", 0 },
                    { "collection", 0 },
                    { "comment", 0 },
                    { "flag", 0 },
                    { "job", 0 },
                    { "passage", 0 },
                    { "proposal", 0 },
                    { "suggestion", 0 },
                    { "team", 0 },
                    { "trace", 0 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskeys_UserId",
                table: "AccountPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Batches_VisitorKey",
                table: "Batches",
                column: "VisitorKey");

            migrationBuilder.CreateIndex(
                name: "IX_CollectionItems_CollectionNumber_Place",
                table: "CollectionItems",
                columns: new[] { "CollectionNumber", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Collections_ChangedAt_Number",
                table: "Collections",
                columns: new[] { "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Collections_OwnerKey_Number",
                table: "Collections",
                columns: new[] { "OwnerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorKey_At",
                table: "Comments",
                columns: new[] { "AuthorKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorKey_RequestKey",
                table: "Comments",
                columns: new[] { "AuthorKey", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_TraceNumber_Number",
                table: "Comments",
                columns: new[] { "TraceNumber", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_TraceNumber",
                table: "Drafts",
                column: "TraceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_Kind_Target_State",
                table: "Flags",
                columns: new[] { "Kind", "Target", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Flags_State_Number",
                table: "Flags",
                columns: new[] { "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Flags_TraceNumber",
                table: "Flags",
                column: "TraceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Guests_AccountKey",
                table: "Guests",
                column: "AccountKey");

            migrationBuilder.CreateIndex(
                name: "IX_History_ActorKey_Operation_At",
                table: "History",
                columns: new[] { "ActorKey", "Operation", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_History_At",
                table: "History",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_History_TraceNumber_At",
                table: "History",
                columns: new[] { "TraceNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_BatchNumber_IsPrivate_State_FinishedAt",
                table: "Jobs",
                columns: new[] { "BatchNumber", "IsPrivate", "State", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_QueuedAt_VisitorKey",
                table: "Jobs",
                columns: new[] { "QueuedAt", "VisitorKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_IsBatch_Number",
                table: "Jobs",
                columns: new[] { "State", "IsBatch", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_VisitorKey_State",
                table: "Jobs",
                columns: new[] { "VisitorKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_AccountKey_At",
                table: "Notifications",
                columns: new[] { "AccountKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_AccountKey_ReadAt",
                table: "Notifications",
                columns: new[] { "AccountKey", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TraceNumber",
                table: "Notifications",
                column: "TraceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_PassageMarks_AccountKey",
                table: "PassageMarks",
                column: "AccountKey");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_TraceNumber_Revision_Start_End",
                table: "Passages",
                columns: new[] { "TraceNumber", "Revision", "Start", "End" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_State_Number",
                table: "Proposals",
                columns: new[] { "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviewers_AccountKey_JudgedAt",
                table: "Reviewers",
                columns: new[] { "AccountKey", "JudgedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_State_QueuedAt_TraceNumber_Revision",
                table: "Reviews",
                columns: new[] { "State", "QueuedAt", "TraceNumber", "Revision" });

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_JobNumber_RequestKey",
                table: "ShareLinks",
                columns: new[] { "JobNumber", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_TokenHash",
                table: "ShareLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceAnswers_At",
                table: "SourceAnswers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_AuthorKey_At",
                table: "Suggestions",
                columns: new[] { "AuthorKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_TraceNumber_Base",
                table: "Suggestions",
                columns: new[] { "TraceNumber", "Base" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_TraceNumber_State",
                table: "Suggestions",
                columns: new[] { "TraceNumber", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamInvitations_TeamKey",
                table: "TeamInvitations",
                column: "TeamKey");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_TeamKey_AccountKey",
                table: "TeamMembers",
                columns: new[] { "TeamKey", "AccountKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_NameFolded",
                table: "Teams",
                column: "NameFolded",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TraceClaims_Actor_Kind_TraceNumber",
                table: "TraceClaims",
                columns: new[] { "Actor", "Kind", "TraceNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_TraceClaims_Target_Kind_Sign_TraceNumber",
                table: "TraceClaims",
                columns: new[] { "Target", "Kind", "Sign", "TraceNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_TraceRevisions_Hash",
                table: "TraceRevisions",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_A1_Voted",
                table: "Traces",
                columns: new[] { "Voted", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_A2_Commented",
                table: "Traces",
                columns: new[] { "Commented", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_A3_Review",
                table: "Traces",
                columns: new[] { "Review", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_A4_Judged",
                table: "Traces",
                columns: new[] { "Judged", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_A5_Engine",
                table: "Traces",
                columns: new[] { "Engine", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_A6_Organ",
                table: "Traces",
                columns: new[] { "Organ", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_Against_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "Against", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_BatchNumber_Number",
                table: "Traces",
                columns: new[] { "BatchNumber", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_CellLine_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "CellLine", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Comments",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Comments" },
                filter: "\"Comments\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Direct",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Direct" },
                filter: "\"Direct\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Disputed",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Disputed" },
                filter: "\"Disputed\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Elsewhere",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Elsewhere" },
                filter: "\"Elsewhere\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_NotTestable",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "NotTestable" },
                filter: "\"NotTestable\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Opposed",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Opposed" },
                filter: "\"Opposed\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Refuted",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Refuted" },
                filter: "\"Refuted\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate_Undetermined",
                table: "Traces",
                columns: new[] { "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate", "Undetermined" },
                filter: "\"Undetermined\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_Compound_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "Compound", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_Direct_Supported_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "Direct", "Supported", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_Ends_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "Ends", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_ImportHash",
                table: "Traces",
                column: "ImportHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Traces_JobNumber",
                table: "Traces",
                column: "JobNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Traces_Kinds_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "Kinds", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_OwnerKey_Number",
                table: "Traces",
                columns: new[] { "OwnerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_State_ChangedAt_Number",
                table: "Traces",
                columns: new[] { "State", "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_Talked_ChangedAt_Number_State_KnowsTooLittle_IsPrivate",
                table: "Traces",
                columns: new[] { "Talked", "ChangedAt", "Number", "State", "KnowsTooLittle", "IsPrivate" });

            migrationBuilder.CreateIndex(
                name: "IX_TraceTerms_Kind_Folded_TraceNumber",
                table: "TraceTerms",
                columns: new[] { "Kind", "Folded", "TraceNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Watches_TraceNumber",
                table: "Watches",
                column: "TraceNumber");
            HistoryTriggers.CreateForSqlite(migrationBuilder);
            FullTextTables.CreateForSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AcceptedPrimitives");

            migrationBuilder.DropTable(
                name: "AccountClaims");

            migrationBuilder.DropTable(
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountPasskeys");

            migrationBuilder.DropTable(
                name: "AccountRecoveryCodes");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "BatchPieces");

            migrationBuilder.DropTable(
                name: "CollectionItems");

            migrationBuilder.DropTable(
                name: "CommentTexts");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Flags");

            migrationBuilder.DropTable(
                name: "Guests");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "JobEvents");

            migrationBuilder.DropTable(
                name: "JobRecords");

            migrationBuilder.DropTable(
                name: "Judgements");

            migrationBuilder.DropTable(
                name: "Nodes");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "Numbers");

            migrationBuilder.DropTable(
                name: "PassageMarks");

            migrationBuilder.DropTable(
                name: "PastBlind");

            migrationBuilder.DropTable(
                name: "ProposalAcceptances");

            migrationBuilder.DropTable(
                name: "ProposalComments");

            migrationBuilder.DropTable(
                name: "ProposalVotes");

            migrationBuilder.DropTable(
                name: "SearchWatches");

            migrationBuilder.DropTable(
                name: "ShareLinks");

            migrationBuilder.DropTable(
                name: "SourceAnswers");

            migrationBuilder.DropTable(
                name: "Suggestions");

            migrationBuilder.DropTable(
                name: "TeamInvitations");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "TraceClaims");

            migrationBuilder.DropTable(
                name: "TraceScores");

            migrationBuilder.DropTable(
                name: "TraceTerms");

            migrationBuilder.DropTable(
                name: "TraceTexts");

            migrationBuilder.DropTable(
                name: "TraceVerdicts");

            migrationBuilder.DropTable(
                name: "Votes");

            migrationBuilder.DropTable(
                name: "Watches");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropTable(
                name: "Collections");

            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "Reviewers");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "BlindReviews");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "TraceRevisions");

            migrationBuilder.DropTable(
                name: "Traces");
        }
    }
}
