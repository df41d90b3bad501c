using System.Globalization;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>
/// The server dies between a click and its answer. What was acknowledged is there; what was not is either there or still in the box;
/// nothing is there twice. <c>VCR_KILLS</c> says how often (eng/soak: 200; here the first four moments, each with a server's new start).
/// </summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class KillJourneys(PortalFixture shared)
{
    /// <summary>
    /// Milliseconds from the click to the kill, in turn: from before the message has left to well after its answer. The first four reach
    /// over the whole range.
    /// </summary>
    private static readonly int[] Delays = [0, 50, 350, 1500, 5, 20, 100, 200, 500, 800];

    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("VCR_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills)
            ? kills : 4;

    /// <summary>One person may say twenty things in ten minutes.</summary>
    private const int KillsOfOnePerson = 15;

    [E2EFact]
    public async Task Server_KilledBetweenClickAndAnswer_LosesNothingAndDoublesNothing()
    {
        await using var portal = await shared.StartAnotherAsync();
        var (said, inTheBox, path) = (0, 0, (string?)null);
        for (var first = 0; first < Kills; first += KillsOfOnePerson)
        {
            await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
            await SignUpPage.SignUpAsync(visitor, $"kim-{first}");
            path ??= (await TracePage.OfNewJobToDiscussAsync(visitor, "Binimetinib", "C32")).Path;
            await TracePage.OpenToDiscussAsync(visitor, path);
            for (var kill = first; kill < Math.Min(Kills, first + KillsOfOnePerson); kill++)
                if (await IsSaidAsync(visitor, portal, path, kill)) said++;
                else inTheBox++;
            Report(said, inTheBox);
        }
        Assert.Equal(Kills, said + inTheBox);
    }

    /// <summary>Hours of kills may be cut short: what was done by then is known.</summary>
    private static void Report(int said, int inTheBox)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{said + inTheBox} of {Kills} kills: {said} said, {inTheBox} still in the box");
        Console.WriteLine(line);
        var folder = Directory.CreateDirectory(Checkout.Path("artifacts", "soak")).FullName;
        File.AppendAllText(Path.Combine(folder, "kills.txt"), line + Environment.NewLine);
    }

    /// <summary>Says something, kills the server, looks what became of it.</summary>
    private static async Task<bool> IsSaidAsync(Visitor visitor, PortalProcess portal, string path, int kill)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"kill {kill:0000}");
        var talk = new DiscussionPanel(visitor.Page);
        await talk.Say.FillAsync(words);
        await talk.KeepsTheDraftAsync();
        await talk.Send.ClickAsync();
        await visitor.Page.WaitForTimeoutAsync(Delays[kill % Delays.Length]); // not a wait for something: the moment of the kill
        var wasAcknowledged = await talk.Say.InputValueAsync() != words;
        await portal.KillAsync();
        await portal.StartAsync();
        await TracePage.OpenToDiscussAsync(visitor, path);
        await talk.IsLiveAsync();

        var times = await talk.Comments.Filter(new() { HasText = words }).CountAsync();
        var left = await talk.Say.InputValueAsync();
        Assert.True(times <= 1, $"{words}: said {times} times");
        Assert.True(
            times == 1 ? left.Length == 0 : left == words && !wasAcknowledged,
            $"{words}: said {times} times, acknowledged: {wasAcknowledged}, in the box: \"{left}\"");
        return times == 1;
    }
}
