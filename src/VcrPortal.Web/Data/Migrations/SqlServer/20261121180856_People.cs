using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VcrPortal.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Votes",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Votes",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Votes",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPrivate",
                table: "Traces",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OwnerKey",
                table: "Traces",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Stirred",
                table: "Traces",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsPrivate",
                table: "Jobs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "EditedAt",
                table: "Comments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReplyTo",
                table: "Comments",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequestKey",
                table: "Comments",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolvedAt",
                table: "Comments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResolvedBy",
                table: "Comments",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            // What was said of a claim keeps its claim, in the form that says what kind of subject it is.
            migrationBuilder.RenameColumn(name: "Action", table: "Comments", newName: "Subject");
            migrationBuilder.AlterColumn<string>(name: "Subject", table: "Comments", type: "nvarchar(250)", maxLength: 250, nullable: false, oldClrType: typeof(string), oldType: "nvarchar(100)", oldMaxLength: 100);
            migrationBuilder.Sql("UPDATE Comments SET Subject = 'n:' + Subject WHERE Subject <> ''");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Comments",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.Sql("UPDATE Comments SET RequestKey = CAST(Number AS nvarchar(32))"); // one for each: they are unique from here on
            migrationBuilder.Sql("UPDATE Votes SET Revision = 0"); // all were on whole traces
            migrationBuilder.Sql("UPDATE Traces SET OwnerKey = (SELECT j.VisitorKey FROM Jobs j WHERE j.Number = Traces.JobNumber)");

            migrationBuilder.CreateTable(
                name: "CommentTexts",
                columns: table => new
                {
                    CommentNumber = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
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
                name: "Drafts",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Slot = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
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
                name: "Guests",
                columns: table => new
                {
                    JobNumber = table.Column<int>(type: "int", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
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
                    ActorKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Deed = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ActorKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    TraceNumber = table.Column<int>(type: "int", nullable: false),
                    Target = table.Column<int>(type: "int", nullable: false),
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
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Watches",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_Traces_OwnerKey_Number",
                table: "Traces",
                columns: new[] { "OwnerKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorKey_RequestKey",
                table: "Comments",
                columns: new[] { "AuthorKey", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_TraceNumber",
                table: "Drafts",
                column: "TraceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Guests_AccountKey",
                table: "Guests",
                column: "AccountKey");

            migrationBuilder.CreateIndex(
                name: "IX_History_ActorKey_Deed_At",
                table: "History",
                columns: new[] { "ActorKey", "Deed", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_History_At",
                table: "History",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_History_TraceNumber_At",
                table: "History",
                columns: new[] { "TraceNumber", "At" });

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
                name: "IX_Watches_TraceNumber",
                table: "Watches",
                column: "TraceNumber");

            // Append-only, also for whoever writes SQL by hand. EXEC, because a trigger must be the first statement of its batch.
            migrationBuilder.Sql("EXEC('CREATE TRIGGER History_IsAppendOnly ON History INSTEAD OF UPDATE, DELETE AS THROW 50001, ''The history is append-only.'', 1')");

            // Last: SQLite rebuilds the table for it, and nothing may stand in between.
            migrationBuilder.DropPrimaryKey(
                name: "PK_Votes",
                table: "Votes");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Votes",
                table: "Votes",
                columns: new[] { "TraceNumber", "AccountKey", "Subject", "Revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommentTexts");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Guests");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "Watches");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Votes",
                table: "Votes");

            migrationBuilder.DropIndex(
                name: "IX_Traces_OwnerKey_Number",
                table: "Traces");

            migrationBuilder.DropIndex(
                name: "IX_Comments_AuthorKey_RequestKey",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "IsPrivate",
                table: "Traces");

            migrationBuilder.DropColumn(
                name: "OwnerKey",
                table: "Traces");

            migrationBuilder.DropColumn(
                name: "Stirred",
                table: "Traces");

            migrationBuilder.DropColumn(
                name: "IsPrivate",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "ReplyTo",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "RequestKey",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "ResolvedAt",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "ResolvedBy",
                table: "Comments");

            migrationBuilder.RenameColumn(name: "Subject", table: "Comments", newName: "Action");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Comments");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Votes",
                table: "Votes",
                columns: new[] { "TraceNumber", "AccountKey" });
        }
    }
}
