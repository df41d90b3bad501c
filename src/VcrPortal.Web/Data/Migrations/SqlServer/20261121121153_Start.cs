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
                name: "Batches",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    VisitorKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Compound = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CellLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Engine = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    IsBatch = table.Column<bool>(type: "bit", nullable: false),
                    BatchNumber = table.Column<int>(type: "int", nullable: true),
                    VisitorKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TraceNumber = table.Column<int>(type: "int", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    CancelRequested = table.Column<bool>(type: "bit", nullable: false),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    LeaseOwner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    LeaseExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastSequence = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Numbers",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Numbers", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Traces",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TitleFolded = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Compound = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CompoundCurie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    CellLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CellLineCurie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Organ = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    StateReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Engine = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Path = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Supported = table.Column<int>(type: "int", nullable: false),
                    Refuted = table.Column<int>(type: "int", nullable: false),
                    Undetermined = table.Column<int>(type: "int", nullable: false),
                    NotTestable = table.Column<int>(type: "int", nullable: false),
                    SameSource = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Traces", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "JobEvents",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false)
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
                    RecordJson = table.Column<string>(type: "nvarchar(max)", nullable: false)
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
                name: "TraceRevisions",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                name: "TraceTerms",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Curie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Folded = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
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
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EvidenceJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CitationsJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RecordJson = table.Column<string>(type: "nvarchar(max)", nullable: false)
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
                name: "TraceVerdicts",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Member = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EdgeTarget = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Verifier = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SameSource = table.Column<bool>(type: "bit", nullable: false),
                    VerdictJson = table.Column<string>(type: "nvarchar(max)", nullable: false)
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

            migrationBuilder.InsertData(
                table: "Numbers",
                columns: new[] { "Name", "Last" },
                values: new object[,]
                {
                    { "batch", 0 },
                    { "job", 0 },
                    { "trace", 0 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_VisitorKey",
                table: "Batches",
                column: "VisitorKey");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_BatchNumber_State",
                table: "Jobs",
                columns: new[] { "BatchNumber", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_IsBatch_Number",
                table: "Jobs",
                columns: new[] { "State", "IsBatch", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_VisitorKey_State",
                table: "Jobs",
                columns: new[] { "VisitorKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_TraceRevisions_Hash",
                table: "TraceRevisions",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_TraceTerms_Kind_Folded_TraceNumber",
                table: "TraceTerms",
                columns: new[] { "Kind", "Folded", "TraceNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Traces_JobNumber",
                table: "Traces",
                column: "JobNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Traces_State_ChangedAt_Number",
                table: "Traces",
                columns: new[] { "State", "ChangedAt", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropTable(
                name: "JobEvents");

            migrationBuilder.DropTable(
                name: "JobRecords");

            migrationBuilder.DropTable(
                name: "Numbers");

            migrationBuilder.DropTable(
                name: "TraceTerms");

            migrationBuilder.DropTable(
                name: "TraceTexts");

            migrationBuilder.DropTable(
                name: "TraceVerdicts");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "TraceRevisions");

            migrationBuilder.DropTable(
                name: "Traces");
        }
    }
}
