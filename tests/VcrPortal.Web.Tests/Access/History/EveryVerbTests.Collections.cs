using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Tests.Features.Collections;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of collections and teams.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> CollectionRuns => new()
    {
        [typeof(MakeCollection)] = async p => await CollectionWorld.MakeAsync(p, Samples.Ana),
        [typeof(ChangeCollection)] = async p =>
            await p.Get<ChangeCollection>().DeleteAsync(await CollectionWorld.MakeAsync(p, Samples.Ana), Samples.Ana, default),
        [typeof(FillCollection)] = async p => await CollectedAsync(p),
        [typeof(ArrangeCollection)] = async p =>
            await p.Get<ArrangeCollection>().NoteAsync(
                await CollectedAsync(p), [new(new(1, ""), "x", "Look at this.")], Samples.Ana, default),
        [typeof(MakeTeam)] = async p => await p.Get<MakeTeam>().RunAsync("menders", Samples.Ana, default),
        [typeof(LeadTeam)] = async p =>
        {
            await p.RegisterAsync("bob");
            await p.Get<MakeTeam>().RunAsync("menders", Samples.Ana, default);
            Assert.IsType<TeamOutcome.Done>(await p.Get<LeadTeam>().InviteAsync("team:1", "bob", Samples.Ana, default));
        },
        [typeof(JoinTeam)] = async p =>
        {
            await p.Get<MakeTeam>().RunAsync("menders", Samples.Ana, default);
            Assert.IsType<TeamOutcome.Done>(await p.Get<JoinTeam>().LeaveAsync("team:1", LastOfTeam.Ask, Samples.Ana, default));
        },
    };

    private static async Task<int> CollectedAsync(TestPortal portal)
    {
        await portal.SaveTraceAsync(Samples.Text);
        return await CollectionWorld.FilledAsync(portal, Samples.Ana, new PickedTrace("VCT1"));
    }
}
