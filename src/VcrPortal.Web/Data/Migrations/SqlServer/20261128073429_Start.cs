using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace VcrPortal.Web.Data.Migrations.SqlServer
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
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<int>(type: "int", nullable: false),
                    DraftJson = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ObsoleteSince = table.Column<int>(type: "int", nullable: true),
                    ReplacedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptedPrimitives", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LaunchQuota = table.Column<int>(type: "int", nullable: true),
                    SignsExportsWith = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SecurityStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PhoneNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VisitorKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Total = table.Column<int>(type: "int", nullable: false),
                    IsPrivate = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NeverBegun = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "BlindReviews",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlindReviews", x => new { x.JobNumber, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "Collections",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    About = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsPrivate = table.Column<bool>(type: "bit", nullable: false),
                    OwnerKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Collections", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Guests",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guests", x => new { x.JobNumber, x.AccountKey });
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActorKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Operation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TraceNumber = table.Column<int>(type: "int", nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Compound = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CellLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Engine = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsBatch = table.Column<bool>(type: "bit", nullable: false),
                    BatchNumber = table.Column<int>(type: "int", nullable: true),
                    VisitorKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsPrivate = table.Column<bool>(type: "bit", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TraceNumber = table.Column<int>(type: "int", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CancelRequested = table.Column<bool>(type: "bit", nullable: false),
                    RefinementSteps = table.Column<int>(type: "int", nullable: false),
                    OriginNumber = table.Column<int>(type: "int", nullable: true),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    CostMillionths = table.Column<long>(type: "bigint", nullable: true),
                    CostCurrency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    LastSequence = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Nodes",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Workers = table.Column<int>(type: "int", nullable: false),
                    Circuits = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nodes", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Numbers",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Numbers", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Definition = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    DraftJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    AuthorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VocabularyVersion = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SearchWatches",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Compound = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CellLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SeenTrace = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWatches", x => new { x.AccountKey, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "SourceAnswers",
                columns: table => new
                {
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Question = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceAnswers", x => new { x.Source, x.Question });
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    TeamKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Leads = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => new { x.AccountKey, x.TeamKey });
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NameFolded = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Traces",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    JobNumber = table.Column<int>(type: "int", nullable: true),
                    ImportHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TitleFolded = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Compound = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CompoundCurie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CellLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CellLineCurie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Organ = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StateReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Engine = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Path = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Finding = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Supported = table.Column<int>(type: "int", nullable: false),
                    Refuted = table.Column<int>(type: "int", nullable: false),
                    Undetermined = table.Column<int>(type: "int", nullable: false),
                    NotTestable = table.Column<int>(type: "int", nullable: false),
                    SameSource = table.Column<int>(type: "int", nullable: false),
                    Disputed = table.Column<int>(type: "int", nullable: false),
                    Dependent = table.Column<int>(type: "int", nullable: false),
                    Against = table.Column<int>(type: "int", nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ends = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Judged = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Direct = table.Column<int>(type: "int", nullable: false),
                    Elsewhere = table.Column<int>(type: "int", nullable: false),
                    KnowsTooLittle = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsPrivate = table.Column<bool>(type: "bit", nullable: false),
                    BatchNumber = table.Column<int>(type: "int", nullable: true),
                    OwnerKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Review = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Comments = table.Column<int>(type: "int", nullable: false),
                    Commented = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Votes = table.Column<int>(type: "int", nullable: false),
                    Voted = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Opposed = table.Column<int>(type: "int", nullable: false),
                    Talked = table.Column<int>(type: "int", nullable: false),
                    DiscussionVersion = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Traces", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<string>(type: "nvarchar(32)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
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
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProviderKey = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    UserId = table.Column<string>(type: "nvarchar(32)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    CredentialId = table.Column<byte[]>(type: "varbinary(800)", maxLength: 800, nullable: false),
                    UserId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PublicKey = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SignCount = table.Column<long>(type: "bigint", nullable: false),
                    Transports = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    IsUserVerified = table.Column<bool>(type: "bit", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "bit", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "bit", nullable: false),
                    AttestationObject = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ClientDataJson = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    UserId = table.Column<string>(type: "nvarchar(32)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
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
                    BatchNumber = table.Column<int>(type: "int", nullable: false),
                    Piece = table.Column<int>(type: "int", nullable: false),
                    FirstJob = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    RecordsJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    CollectionNumber = table.Column<int>(type: "int", nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    RecordJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RequestKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    ProposalNumber = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    ProposalNumber = table.Column<int>(type: "int", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    AuthorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    ProposalNumber = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsFor = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    TeamKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Number = table.Column<int>(type: "int", nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReplyTo = table.Column<int>(type: "int", nullable: true),
                    AuthorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RequestKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HeldBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ResolvedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Slot = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Target = table.Column<int>(type: "int", nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FlaggerKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AuthorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TraceNumber = table.Column<int>(type: "int", nullable: true),
                    Target = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Number = table.Column<int>(type: "int", nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Start = table.Column<int>(type: "int", nullable: false),
                    End = table.Column<int>(type: "int", nullable: false),
                    Exact = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Prefix = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Suffix = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Primitive = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActorLabel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Target = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TargetLabel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sign = table.Column<int>(type: "int", nullable: false),
                    Mark = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Vocabulary = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AuthorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Supported = table.Column<int>(type: "int", nullable: false),
                    Refuted = table.Column<int>(type: "int", nullable: false),
                    Undetermined = table.Column<int>(type: "int", nullable: false),
                    NotTestable = table.Column<int>(type: "int", nullable: false),
                    SameSource = table.Column<int>(type: "int", nullable: false),
                    Disputed = table.Column<int>(type: "int", nullable: false),
                    Dependent = table.Column<int>(type: "int", nullable: false),
                    Direct = table.Column<int>(type: "int", nullable: false)
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Curie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Folded = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    EvidenceJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    CitationsJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    RecordJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    IsUp = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    CommentNumber = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    PassageNumber = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Opinion = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Needed = table.Column<int>(type: "int", nullable: false),
                    Rubric = table.Column<int>(type: "int", nullable: false),
                    Weight = table.Column<int>(type: "int", nullable: false),
                    Differing = table.Column<int>(type: "int", nullable: false),
                    QueuedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Number = table.Column<int>(type: "int", nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Base = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Rationale = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AuthorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedBy = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AcceptedHunks = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsReportAccepted = table.Column<bool>(type: "bit", nullable: false),
                    Became = table.Column<int>(type: "int", nullable: true)
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Member = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EdgeTarget = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Verifier = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SameSource = table.Column<bool>(type: "bit", nullable: false),
                    VerdictJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReservedUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Draft = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    DraftAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    JudgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AsideAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AsideReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsAdjudicator = table.Column<bool>(type: "bit", nullable: false)
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
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Claim = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Step = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Primitive = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

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
                unique: true,
                filter: "[ImportHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Traces_JobNumber",
                table: "Traces",
                column: "JobNumber",
                unique: true,
                filter: "[JobNumber] IS NOT NULL");

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
            HistoryTriggers.CreateForSqlServer(migrationBuilder);
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
