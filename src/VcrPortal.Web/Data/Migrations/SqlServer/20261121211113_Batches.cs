using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VcrPortal.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Batches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Jobs_BatchNumber_State",
                table: "Jobs");

            migrationBuilder.AddColumn<int>(
                name: "BatchNumber",
                table: "Traces",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BatchPieces",
                columns: table => new
                {
                    BatchNumber = table.Column<int>(type: "int", nullable: false),
                    Piece = table.Column<int>(type: "int", nullable: false),
                    FirstJob = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    RecordsJson = table.Column<string>(type: "nvarchar(max)", nullable: false)
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
                name: "TraceScores",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Supported = table.Column<int>(type: "int", nullable: false),
                    Refuted = table.Column<int>(type: "int", nullable: false),
                    Undetermined = table.Column<int>(type: "int", nullable: false),
                    NotTestable = table.Column<int>(type: "int", nullable: false),
                    SameSource = table.Column<int>(type: "int", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_Traces_BatchNumber_Number",
                table: "Traces",
                columns: new[] { "BatchNumber", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_BatchNumber_IsPrivate_State_FinishedAt",
                table: "Jobs",
                columns: new[] { "BatchNumber", "IsPrivate", "State", "FinishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BatchPieces");

            migrationBuilder.DropTable(
                name: "TraceScores");

            migrationBuilder.DropIndex(
                name: "IX_Traces_BatchNumber_Number",
                table: "Traces");

            migrationBuilder.DropIndex(
                name: "IX_Jobs_BatchNumber_IsPrivate_State_FinishedAt",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "BatchNumber",
                table: "Traces");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_BatchNumber_State",
                table: "Jobs",
                columns: new[] { "BatchNumber", "State" });
        }
    }
}
