using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VcrPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Discussions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AuthorKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                name: "Votes",
                columns: table => new
                {
                    TraceNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Votes", x => new { x.TraceNumber, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_Votes_Traces_TraceNumber",
                        column: x => x.TraceNumber,
                        principalTable: "Traces",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Numbers",
                columns: new[] { "Name", "Last" },
                values: new object[] { "comment", 0 });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorKey_At",
                table: "Comments",
                columns: new[] { "AuthorKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_TraceNumber_Number",
                table: "Comments",
                columns: new[] { "TraceNumber", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "Votes");

            migrationBuilder.DeleteData(
                table: "Numbers",
                keyColumn: "Name",
                keyValue: "comment");
        }
    }
}
