using Bunit;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Web.Pages.Reading;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>How claims are judged, as the product tells it.</summary>
public sealed class VerifiersPageTests : BunitContext
{
    [Fact]
    public void Page_TellsEveryDecisionTable_AndTheDataBehindThem()
    {
        Services.AddSingleton(InstalledKnowledge.From(StarterPack.Load()));
        var page = Render<VerifiersPage>();
        Assert.Equal(DecisionTable.All.Length, page.FindAll("tbody tr").Count);
        Assert.Contains(StarterPack.Version, page.Markup, StringComparison.Ordinal);
        Assert.Contains("nothing is imported", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("`", page.Find("table").TextContent, StringComparison.Ordinal);
    }
}
