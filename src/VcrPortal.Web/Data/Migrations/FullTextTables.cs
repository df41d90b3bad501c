using Microsoft.EntityFrameworkCore.Migrations;

namespace VcrPortal.Web.Data.Migrations;

/// <summary>The full-text index of SQLite, which Entity Framework does not know. It keeps no text of its own, only where words stand; a
/// trace that is deleted leaves it by itself.</summary>
internal static class FullTextTables
{
    public static void CreateForSqlite(MigrationBuilder migration)
    {
        migration.Sql(
            "CREATE VIRTUAL TABLE TraceWords USING fts5(Body, content='', contentless_delete=1, "
            + "tokenize=\"porter unicode61 remove_diacritics 2\")");
        migration.Sql(
            "CREATE TRIGGER TraceWords_FollowTraces AFTER DELETE ON Traces BEGIN DELETE FROM TraceWords WHERE rowid = OLD.Number; END");
    }
}
