using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Screenshots;

/// <summary>The table of traces, and collections and teams, by somebody who is signed in.</summary>
internal static class CollectionPictures
{
    /// <param name="trace">Its path: <c>/t/VCT12</c>.</param>
    public static async Task TakeAsync(Camera camera, Visitor ana, string trace)
    {
        await camera.TakeAsync(
            ana, "traces-table", TracesPage.Path + "?view=table", _ => Expect(new TraceTable(ana).Rows.First).ToBeVisibleAsync());
        await ana.Page.SetViewportSizeAsync(1440, 900);
        await ana.Page.GotoAsync(trace);
        await new TracePage(ana).OpenMoreAsync("Add to a collection");
        var path = new Uri(ana.Page.Url).PathAndQuery;
        var made = await new AddToCollectionPage(ana).IntoNewAsync("What MEK inhibitors do");
        await Expect(made.Items).ToHaveCountAsync(1);
        var collection = made.Path;
        await camera.TakeAsync(ana, "collection-add", path);
        await camera.TakeAsync(ana, "collection", collection);
        await camera.TakeAsync(ana, "collections", "/collections");
        await ana.Page.SetViewportSizeAsync(1440, 900);
        var team = await TeamPage.BeginAsync(ana, "menders");
        await team.InviteAsync("bob");
        await camera.TakeAsync(ana, "team", team.Path);
        await camera.TakeAsync(ana, "teams", "/teams");
    }
}
