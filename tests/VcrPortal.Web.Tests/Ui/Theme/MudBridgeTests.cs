using System.Text.RegularExpressions;
using MudBlazor;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Ui.Theme;

public partial class MudBridgeTests : MudContext
{
    [Fact]
    public void Bridge_IsWhatTheTokensAndTheProviderSay()
    {
        var emitted = Emitted();
        Assert.True(emitted.Count > 200, $"MudThemeProvider emitted {emitted.Count} names.");
        var css = MudBridge.Write(emitted);
        if (Environment.GetEnvironmentVariable("VCR_REWRITE_DOCS") == "1") File.WriteAllText(MudBridge.Path, css);
        Assert.Equal(css, File.ReadAllText(MudBridge.Path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Bridge_HasEveryNameThatTheProviderWouldEmit()
    {
        var bridge = File.ReadAllText(MudBridge.Path);
        Assert.DoesNotContain(Emitted().Keys, name => !bridge.Contains(name + ":", StringComparison.Ordinal));
    }

    private Dictionary<string, string> Emitted() => Variable().Matches(Render<MudThemeProvider>().Markup)
        .GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => g.First().Groups[2].Value.Trim());

    [GeneratedRegex(@"(--mud-[\w-]+)\s*:\s*([^;]+);")]
    private static partial Regex Variable();
}
