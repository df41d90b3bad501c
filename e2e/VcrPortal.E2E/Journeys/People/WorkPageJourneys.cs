using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>What the pages weigh on which somebody works, who is signed in and comes for the first time.</summary>
[Collection(PeopleCollection.Name)]
public class WorkPageJourneys(PortalFixture shared)
{
    private const int MostBytes = 220_000;
    private const int MostSocketBytes = 100_000;

    [E2EFact]
    public async Task WorkPages_Cold_TransferLittle_AndTheirCircuitsTooAsTheyStand()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "wanda-weighs");
        foreach (var path in (string[])["/jobs?show=all", LaunchPage.Path, "/inbox", "/account"])
        {
            var transfer = await Transfer.ColdAsync(visitor, path);
            Assert.True(transfer.Bytes <= MostBytes, $"{path}: {transfer.Bytes} bytes");
            Assert.True(transfer.SocketBytes <= MostSocketBytes, $"{path}: {transfer.SocketBytes} bytes over the socket");
        }
        visitor.HasNoProblems();
    }
}
