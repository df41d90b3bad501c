using System.Globalization;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Admin;

/// <summary><c>/admin/health</c>.</summary>
public sealed class HealthPage(Visitor visitor)
{
    public const string Path = "/admin/health";

    private const int MostLooks = 100;

    public ILocator Circuits => visitor.Page.GetByTestId("circuits");

    /// <summary>It is a document: somebody who waits loads it again.</summary>
    public async Task ShowsCircuitsAsync(int count)
    {
        var wanted = count.ToString(CultureInfo.InvariantCulture);
        for (var looks = 0; looks < MostLooks; looks++)
        {
            await visitor.Page.GotoAsync(Path);
            // A page that is not this one says what it is.
            await Assertions.Expect(visitor.Page).ToHaveTitleAsync("Health · Administration · VcrPortal");
            if (await Circuits.TextContentAsync() == wanted) return;
        }
        await Assertions.Expect(Circuits).ToHaveTextAsync(wanted);
    }
}
