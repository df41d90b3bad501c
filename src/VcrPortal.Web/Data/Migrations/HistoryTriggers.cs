using Microsoft.EntityFrameworkCore.Migrations;

namespace VcrPortal.Web.Data.Migrations;

/// <summary>The history is append-only, also for whoever writes SQL by hand: the database refuses to change or delete an entry.</summary>
internal static class HistoryTriggers
{
    public static void CreateForSqlite(MigrationBuilder migration)
    {
        foreach (var (name, statement) in ((string, string)[])[("History_IsAppendOnly", "UPDATE"), ("History_IsNeverDeleted", "DELETE")])
            migration.Sql(
                $"CREATE TRIGGER {name} BEFORE {statement} ON History BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END");
    }

    // EXEC, because a trigger must be the first statement of its batch.
    public static void CreateForSqlServer(MigrationBuilder migration) => migration.Sql(
        "EXEC('CREATE TRIGGER History_IsAppendOnly ON History INSTEAD OF UPDATE, DELETE AS THROW 50001, ''The history is append-only.'', "
        + "1')");
}
