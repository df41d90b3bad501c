using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Knowledge.Upload;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of administration: roles, quotas, files of knowledge and their import, models.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> AdministrationRuns => new()
    {
        [typeof(ChangeRole)] = async p =>
            await ScopedAsync<ChangeRole>(
                p, async s =>
                await s.RunAsync((await p.RegisterAsync("changed")).Key, PortalRole.Contributor, PortalRole.Editor, Admin, default)),
        [typeof(StartImport)] = ImportAsync,
        [typeof(ReceiveFile)] = ReceiveAsync,
        [typeof(TestModel)] = p => new TestModel(
            new([new("Models:0", new("nobody", ModelKind.OpenAi, new("http://127.0.0.1:9/v1"), "m"), new(null))]),
            p.Get<IDbContextFactory<PortalDb>>(), TimeProvider.System).RunAsync("nobody", Admin, default),
        [typeof(StopImport)] = async p =>
        {
            Assert.True(p.Get<ImportRuns>().TryTake(1));
            Assert.Equal(StopImportOutcome.Stopping, await p.Get<StopImport>().RunAsync(Admin, default));
        },
        [typeof(ChangeQuota)] = async p =>
            await p.Get<ChangeQuota>().RunAsync((await p.RegisterAsync("quota")).Key, null, 3, Admin, default),
    };

    private static async Task ImportAsync(TestPortal portal)
    {
        var folder = Directory.CreateDirectory(portal.Get<KnowledgeFolder>().Imports).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "relations.csv"), "HGNC,MAP2K1,isa,FPLX,MEK\n");
        Assert.IsType<StartImportOutcome.Started>(await portal.Get<StartImport>().RunAsync(["relations.csv"], Admin, default));
        await portal.Get<ImportRuns>().Completion;
    }

    private static async Task ReceiveAsync(TestPortal portal)
    {
        var file = "HGNC,MAP2K1,isa,FPLX,MEK\n"u8.ToArray();
        Assert.IsType<UploadOutcome.Whole>(
            await portal.Get<ReceiveFile>().RunAsync(new("relations.csv", file.Length, 1, 0), new MemoryStream(file), Admin, default));
    }

    private static async Task ScopedAsync<T>(TestPortal portal, Func<T, Task> run) where T : notnull
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        await run(scope.ServiceProvider.GetRequiredService<T>());
    }
}
