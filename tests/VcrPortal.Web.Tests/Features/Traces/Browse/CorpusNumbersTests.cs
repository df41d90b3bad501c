using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

/// <summary>Six public traces, of which one reaches no end and one was withdrawn, and a private one.</summary>
public partial class CorpusNumbersTests
{
    [Fact]
    public async Task MenuHomeAndList_SayTheSameNumbers()
    {
        await using var portal = new WebPortal();
        await FillAsync(portal);
        var reader = portal.Visitor();
        var home = await reader.GetStringAsync("/");
        Assert.Contains("title=\"4 traces, 1 more where we know too little\"", home);
        Assert.Contains("<dd>4<small>1 more where we know too little</small></dd>", home);
        var list = await reader.GetStringAsync("/traces");
        Assert.Equal("4", Total().Match(list).Groups[1].Value);
        Assert.Contains("We know too little of 1 more: no measurable effect, or nothing checked", list);
        Assert.Equal("5", Total().Match(await reader.GetStringAsync("/traces?all=true")).Groups[1].Value);
        Assert.Contains("4 traces name Binimetinib", await reader.GetStringAsync("/compounds/Binimetinib"));
    }

    [Fact]
    public async Task AThingsPage_ItsClaimsAndTheSearch_CountTheSameTraces_AndSayWhatTheyLeaveOut()
    {
        await using var portal = new WebPortal();
        await FillAsync(portal);
        var page = await portal.Visitor().GetStringAsync("/compounds/Binimetinib");
        Assert.Contains("4 traces name Binimetinib", page);
        Assert.Contains("<small>4 traces", page); // that it binds MAP2K1
        Assert.DoesNotContain("<small>5 traces", page);
        var list = await portal.Visitor().GetStringAsync("/traces?q=compound:Binimetinib");
        Assert.Equal("4", Total().Match(list).Groups[1].Value);
        foreach (var html in (string[])[page, list])
        {
            Assert.Contains("We know too little of 1 more", html);
            Assert.Contains("1 more is withheld: its own drug action", html);
            Assert.Contains("href=\"/traces?q=compound:Binimetinib%20withheld\"", html);
        }
    }

    [Fact]
    public async Task Claims_AreCountedInAllThatIsKept_AndInNothingPrivate()
    {
        await using var portal = new WebPortal();
        await FillAsync(portal);
        await using var db = portal.Db();
        var each = await db.Traces.Where(t => t.Number == 1).Select(t => t.Supported + t.Refuted + t.Disputed + t.Undetermined
            + t.Dependent + t.NotTestable + t.SameSource).SingleAsync();
        var numbers = await CorpusNumbers.CountAsync(db, Samples.Anybody, default);
        Assert.Equal((4, 1, 5 * each), (numbers.Listed, numbers.TooLittle, numbers.Claims));
        Assert.InRange(numbers.Judged, numbers.Supported, numbers.Claims);
    }

    [Fact]
    public void WithoutATrace_ThereIsNoShare_AndNoSecondNumber()
    {
        Assert.Equal("0 traces", CorpusNumbers.None.Sentence);
        Assert.Null(CorpusNumbers.None.JudgedShare);
        Assert.Equal("1 trace, 2,000 more where we know too little", new CorpusNumbers(1, 2_000, 0, 0, 0).Sentence);
    }

    private static async Task FillAsync(WebPortal portal)
    {
        for (var made = 0; made < 7; made++) await portal.PublishAsync(Caller.Visitor($"v{made}")); // one launches only so many
        await using var db = portal.Db();
        await db.Traces.Where(t => t.Number == 5).ExecuteUpdateAsync(s => s.SetProperty(t => t.KnowsTooLittle, true));
        await db.Traces.Where(t => t.Number == 6).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TraceState.Discarded));
        await db.Traces.Where(t => t.Number == 7).ExecuteUpdateAsync(s => s.SetProperty(t => t.IsPrivate, true));
    }

    [GeneratedRegex("data-testid=\"total\">([0-9,]+)<")]
    private static partial Regex Total();
}
