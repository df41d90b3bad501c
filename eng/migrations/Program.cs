using Microsoft.EntityFrameworkCore.Design;
using VcrPortal.Web.Data;

Console.WriteLine("Design time only: run eng/add-migration NAME.");

/// <summary>No server and no file is touched: EF only asks for the model and the provider.</summary>
internal sealed class DesignSqlite : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        (SqliteDb)new PortalDbFactory(new DatabaseOptions(), Path.GetTempPath()).CreateDbContext();
}

internal sealed class DesignSqlServer : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) =>
        (SqlServerDb)new PortalDbFactory(
            new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=none" }, Path.GetTempPath())
            .CreateDbContext();
}
