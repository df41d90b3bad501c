using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary><c>/review</c>: what waits for judgements.</summary>
public sealed class ReviewQueuePage(Visitor visitor)
{
    public const string Path = "/review";
    public const string Agreement = "/review/agreement";
    public const string Calibration = "/review/calibration";

    private IPage Page => visitor.Page;

    public ILocator Next => Page.GetByTestId("next");
    public ILocator News => Page.GetByTestId("news");
    public ILocator Rows => Page.GetByTestId("reviews").GetByRole(AriaRole.Listitem);

    /// <summary>The alpha on the page of <see cref="Agreement"/>.</summary>
    public ILocator Alpha => Page.GetByTestId("alpha");

    public static async Task<ReviewQueuePage> OpenAsync(Visitor visitor, string query = "")
    {
        await visitor.Page.GotoAsync(Path + query);
        return new(visitor);
    }

    /// <summary>Editors only.</summary>
    public async Task EnqueueAsync(string search)
    {
        await Page.GetByLabel("A search, or accessions").FillAsync(search);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Put into the queue" }).ClickAsync();
        await Expect(News).ToContainTextAsync("put into the queue");
    }

    public async Task<ReviewPage> TakeNextAsync()
    {
        await Next.ClickAsync();
        var review = new ReviewPage(visitor);
        await Expect(review.Judge).ToBeVisibleAsync();
        return review;
    }
}
