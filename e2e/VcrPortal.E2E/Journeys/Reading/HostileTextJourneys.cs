using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Texts that want to be markup, through every field, and looked at wherever they appear: they stay text.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class HostileTextJourneys(PortalFixture shared)
{
    private const int TextsOfOneComment = 12;

    /// <summary>A name that turns the direction of writing round is refused with a sentence; the others are names like any other.</summary>
    private static int AcceptedAsNames => HostileTexts.All.Count(text => !text.Contains('\u202E', StringComparison.Ordinal));

    /// <summary>What in a document could run, or lead out of it by itself. The framework's own scripts have an address here.</summary>
    private const string Dangers = """
        root => {
          const found = [];
          for (const e of root.querySelectorAll("*")) {
            const name = e.localName;
            if (name === "script" && !(e.src || e.getAttribute("src") || "").startsWith(location.origin)) found.push(e.outerHTML);
            if (["iframe", "object", "embed", "foreignobject"].includes(name)) found.push(e.outerHTML);
            for (const a of e.attributes) {
              if (a.name.toLowerCase().startsWith("on")) found.push(e.outerHTML.slice(0, 200));
              if (/^\s*(javascript|vbscript|data:text)/i.test(a.value) && ["href", "src", "action", "formaction", "xlink:href",
                "data"].includes(a.name)) found.push(e.outerHTML.slice(0, 200));
              if (name === "img" && a.name === "src" && !a.value.startsWith("/")) found.push(e.outerHTML.slice(0, 200));
            }
          }
          if ("hacked" in window) found.push("a script ran");
          return found;
        }
        """;

    [E2EFact]
    public async Task HostileTexts_ThroughEveryField_StayText()
    {
        Assert.True(HostileTexts.All.Distinct().Count() >= 200);
        await using var portal = await shared.StartAnotherAsync();
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await SignUpPage.SignUpAsync(visitor, "mallory");
        await AccountPage.BecomeAdminAsync(visitor, portal);
        var batch = await UploadAsync(visitor);
        foreach (var list in Enumerable.Range(1, 5)) await IsInertAsync(visitor, $"/traces?page={list}");
        foreach (var path in (string[])["/", "/jobs", "/jobs?show=all", "/jobs?show=batches", batch]) await IsInertAsync(
            visitor, path);
        for (var number = 1; number <= AcceptedAsNames; number += 9) await IsInertAsync(visitor, $"/t/VCT{number}");
        foreach (var text in HostileTexts.All.Where((_, at) => at % 6 == 0)) await IsInertAsync(
            visitor, "/traces?q=" + Uri.EscapeDataString(text) + "&compound=" + Uri.EscapeDataString(text));
        for (var number = 1; number <= AcceptedAsNames; number += 20) await FilesAreInertAsync(page, number);
        await IsInertAsync(visitor, "/traces?all=true");
        await FeedIsInertAsync(page, "/traces/feed.atom");

        var trace = await (await TracesPage.OpenAsync(visitor, TracesPage.Path + "?all=true")).FirstAsync();
        await SayAllAsync(visitor, trace);
        await ReviseAsync(visitor, trace);
        await NamesAreRefusedAsync(visitor);
        var problems = visitor.Problems.Where(p => !p.Contains("Failed to load resource", StringComparison.Ordinal)).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>Every text as the name of a compound and of a line.</summary>
    /// <returns>The path of the batch.</returns>
    private static async Task<string> UploadAsync(Visitor visitor)
    {
        var records = HostileTexts.All.Select(text => new Dictionary<string, object>
        {
            ["contexts"] = new[] { new Dictionary<string, string> { ["cell_type"] = text, ["disease_model"] = text } },
            ["perturbations"] = new[] { new Dictionary<string, string> { ["name"] = text, ["moa"] = text } },
        });
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("<img src=x onerror=window.hacked=1>.json", JsonSerializer.Serialize(records));
        await Expect(launch.Found).ToContainTextAsync("records can be launched");
        Assert.Empty(await DangersAsync(visitor.Page));
        await launch.NextAsync();
        await launch.Launch.ClickAsync();
        var batch = await BatchPage.ArriveAsync(visitor);
        await batch.IsDoneAsync();
        Assert.Equal(
            (AcceptedAsNames.ToString(CultureInfo.InvariantCulture), "0"),
            (await batch.FigureAsync("Done"), await batch.FigureAsync("Failed")));
        return batch.Path;
    }

    /// <summary>Every text in a comment, its preview, the live page, a reader's page, and the feed.</summary>
    private async Task SayAllAsync(Visitor visitor, string path)
    {
        var (page, talk) = (visitor.Page, (await TracePage.OpenToDiscussAsync(visitor, path)).Discussion);
        foreach (var (texts, said) in HostileTexts.All.Chunk(TextsOfOneComment).Select((texts, at) => (texts, at)))
        {
            await talk.Say.FillAsync(string.Join("\n\n", texts));
            if (said == 0) await talk.Preview.ClickAsync();
            await talk.Send.ClickAsync();
            await Expect(talk.Comments).ToHaveCountAsync(said + 1);
        }
        await talk.ChooseAsync("n:context");
        await talk.DisagreeAsync("Other", HostileTexts.All[1]);
        await Expect(talk.Votes).ToContainTextAsync("1 disagrees");
        Assert.Empty(await DangersAsync(page));
        await FeedIsInertAsync(page, path + "/feed.atom");
        await IsInertAsync(visitor, path + "?about=" + Uri.EscapeDataString("n:<script>window.hacked=1</script>"));
        await IsInertAsync(visitor, "/u/mallory");
        await using var reader = await shared.Chromium.VisitAsync(new Uri(new Uri(page.Url), "/"));
        await IsInertAsync(reader, path + "#discussion");
        var read = new DiscussionPanel(reader.Page).Comments.First;
        await Expect(read).ToContainTextAsync("<script>window.hacked=1</script>"); // it is there, as text
        reader.HasNoProblems();
    }

    private static async Task ReviseAsync(Visitor visitor, string path)
    {
        var revise = await RevisePage.OpenAsync(visitor, path);
        await revise.Why.FillAsync(HostileTexts.All[0]);
        await revise.Explanation.FillAsync(
            """binds_to(id="<img src=x onerror=window.hacked=1>", actor="</textarea><script>window.hacked=1</script>", """
            + """target="[x](javascript:window.hacked=1)")""");
        await revise.Make.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        Assert.Empty(await DangersAsync(visitor.Page));
        foreach (var after in (string[])["", "/history", "/diff/1..2", "?view=outline", "?view=table", "/revise"]) await IsInertAsync(
            visitor, path + after);
        await IsInertAsync(visitor, "/admin");
        await IsInertAsync(visitor, "/inbox?show=all");
    }

    private async Task NamesAreRefusedAsync(Visitor visitor)
    {
        await using var stranger = await shared.Chromium.VisitAsync(new Uri(new Uri(visitor.Page.Url), "/"));
        foreach (var text in HostileTexts.All.Where((_, at) => at % 40 == 0))
        {
            var signUp = await SignUpPage.OpenAsync(stranger, "?return=" + Uri.EscapeDataString(text));
            await signUp.RegisterAsync(text);
            await Expect(signUp.Name).ToHaveValueAsync(text);
            Assert.Empty(await DangersAsync(stranger.Page));
        }
    }

    private static async Task IsInertAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        var dangers = await DangersAsync(visitor.Page);
        Assert.True(dangers.Length == 0, $"{path}:\n{string.Join('\n', dangers)}");
    }

    private static Task<string[]> DangersAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Dangers})(document)");

    /// <summary>The drawing, as a browser would read it once somebody has saved and opened it.</summary>
    private static async Task FilesAreInertAsync(IPage page, int number)
    {
        var found = await page.EvaluateAsync<string[]>($$"""
            async () => {
              const text = await (await fetch("/t/VCT{{number}}.svg")).text();
              return ({{Dangers}})(new DOMParser().parseFromString(text, "image/svg+xml"));
            }
            """);
        Assert.True(found.Length == 0, $"VCT{number}.svg:\n{string.Join('\n', found)}");
    }

    /// <summary>A feed reader shows what its entries hold as a page.</summary>
    private static async Task FeedIsInertAsync(IPage page, string path)
    {
        var found = await page.EvaluateAsync<string[]>($$"""
            async () => {
              const feed = new DOMParser().parseFromString(await (await fetch("{{path}}")).text(), "application/xml");
              if (feed.querySelector("parsererror")) return [feed.documentElement.textContent];
              return [...feed.querySelectorAll("content")].flatMap(c => ({{Dangers}})(new DOMParser().parseFromString(c.textContent,
                "text/html")));
            }
            """);
        Assert.True(found.Length == 0, $"{path}:\n{string.Join('\n', found)}");
    }
}
