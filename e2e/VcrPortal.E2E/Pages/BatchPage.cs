using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/batches/{number}</c>.</summary>
public sealed partial class BatchPage(Visitor visitor)
{
    // As long as its own beat of three seconds lets 176 jobs take.
    private static readonly LocatorAssertionsToHaveCountOptions Patience = new() { Timeout = 120_000 };

    public static async Task<BatchPage> ArriveAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(Address());
        return new(visitor);
    }

    /// <summary>Waits until the page, which draws itself again, says that all is over.</summary>
    public Task IsDoneAsync() => Assertions.Expect(visitor.Page.Locator("#batch-now[data-poll]")).ToHaveCountAsync(0, Patience);

    public Task<string> FigureAsync(string name) =>
        visitor.Page.Locator(".figures div", new() { HasText = name }).Locator("dd").InnerTextAsync();

    [GeneratedRegex(@"/batches/\d+$")]
    private static partial Regex Address();
}
