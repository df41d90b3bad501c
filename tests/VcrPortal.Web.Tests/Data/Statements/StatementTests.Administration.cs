using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Features.Administration.Health;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Administration.People;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of administration: people, the history, health, nodes, and what the portal keeps for the framework.
public partial class StatementTests
{
    private static Dictionary<Type, Run[]> AdministrationRuns => new()
    {
        [typeof(Heartbeat)] = [new(s => s.Get<Heartbeat>().BeatAsync(default)), new(s => s.Get<Heartbeat>().LeaveAsync())],
        [typeof(ChangeRole)] = [
            new(s =>
            s.Get<ChangeRole>().RunAsync("k", PortalRole.Admin, PortalRole.Editor, Ana with { Role = PortalRole.Admin }, default),
                ("", true), ("Role", "Admin"))],
        [typeof(ChangeQuota)] = [
            new(s => s.Get<ChangeQuota>().RunAsync("k", null, 5, Ana with { Role = PortalRole.Admin }, default)),
            new(s => s.Get<ChangeQuota>().RunAsync("k", 7, null, Ana with { Role = PortalRole.Admin }, default))],
        [typeof(HistoryWriter)] = [
            new(s => s.Get<HistoryWriter>().FailedAsync(Operation.SignIn, null, false), ("", 0)),
            new(s => s.Get<HistoryWriter>().NoteAsync("k", Operation.SignOut))],
        [typeof(ListHistory)] =
        [
            new(s => s.Get<ListHistory>().RunAsync(new HistoryQuery(), Ana with { Role = PortalRole.Admin }, default),
                ("Subject", "account:k")),
            new(s => s.Get<ListHistory>().RunAsync(new HistoryQuery(), Ana with { Role = PortalRole.Admin }, default),
                ("Subject", "batch:1"), ("TraceNumber", null)),
            new(s =>
                s.Get<ListHistory>()
                    .RunAsync(
                    new HistoryQuery("ana", Operation.Vote, 12, Past, Past, 3, 25, OldestFirst: true),
                    Ana with { Role = PortalRole.Admin }, default),
                    ("Subject", "n:n5")),
        ],
        [typeof(ReadHealth)] = [new(s => s.Get<ReadHealth>().RunAsync(Ana with { Role = PortalRole.Admin }, default))],
        [typeof(ListAccounts)] =
            [new(s => s.Get<ListAccounts>().RunAsync(new("an", AccountSort.Role, true, 2), Ana with { Role = PortalRole.Admin }, default),
                ("Role", "Editor"))],
        // The framework's own, through which it keeps the keys of cookies and forms in our table.
        [typeof(EntityFrameworkCoreXmlRepository<PortalDb>)] = [new(KeepKeyAsync, ("Xml", "<key />"))],
        [typeof(DatabaseCheck)] = [new(s => new DatabaseCheck(s.Databases).CheckHealthAsync(new(), default))],
    };

    private static Task KeepKeyAsync(Portal portal)
    {
        var keys = new EntityFrameworkCoreXmlRepository<PortalDb>(portal.Services, NullLoggerFactory.Instance);
        keys.StoreElement(new XElement("key"), "of a test");
        keys.GetAllElements();
        return Task.CompletedTask;
    }
}
