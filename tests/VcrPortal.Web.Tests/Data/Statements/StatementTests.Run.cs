using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// What the runs share: who asks, what the one row of each table holds, and how a run is played.
public partial class StatementTests
{
    private static readonly DateTime Past = new(2020, 1, 1);
    private static readonly Caller Ana = new("ana", PortalRole.Contributor);
    private static readonly Caller Editor = new("ana", PortalRole.Editor);

    /// <summary>A trace that anybody may see, with one revision.</summary>
    private static readonly (string Column, object? Value)[] RevisionValue =
        [("State", "Published"), ("IsPrivate", false), ("Hash", "h"), ("Text", Samples.Text), ("EvidenceJson", "[]"), ("Revision", 7),
            ("Subject", ""), ("DeletedAt", null), ("HeldBackAt", null), ("Reason", null), ("IsUp", true)];

    /// <summary>The same, with a comment that nobody has deleted.</summary>
    private static readonly (string Column, object? Value)[] CommentValue =
        [.. RevisionValue, ("ResolvedAt", null), ("Version", 7), ("EditedAt", null)];

    private sealed record Portal(IServiceProvider Services, RecordStatements Record)
    {
        public IDbContextFactory<PortalDb> Databases => Get<IDbContextFactory<PortalDb>>();
        public T Get<T>() where T : notnull => Services.GetRequiredService<T>();
    }

    private sealed record Run(Func<Portal, Task> Do, params (string Column, object? Value)[] World)
    {
        public async Task PlayAsync(RecordStatements record, int? maxBatchSize)
        {
            record.World.Clear();
            record.World["SignsExportsWith"] = nameof(ExportSignature.Key); // of every account
            foreach (var (column, value) in World) record.World[column] = value;
            var options = new DatabaseOptions
            {
                Provider = DatabaseProvider.SqlServer,
                ConnectionString = "Server=none",
                MaxBatchSize = maxBatchSize
            };
            var databases = new PortalDbFactory(options, "/", interceptors: [record]);
            await using var services = TestPortal.Services(
                "/", TimeProvider.System, new ScriptedGenerator([.. Samples.Run]), [("Accounts:Administrator:Name", "ana")])
                .AddSingleton(databases).AddSingleton<IDbContextFactory<PortalDb>>(databases).BuildServiceProvider();
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
            await Do(new Portal(services, record));
        }
    }
}
