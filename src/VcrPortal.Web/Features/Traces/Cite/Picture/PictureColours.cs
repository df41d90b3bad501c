using SkiaSharp;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary>The day colours of <c>css/tokens.css</c>, which a picture cannot read for itself; a test compares them.</summary>
internal static class PictureColours
{
    /// <summary>The colours, by the names of the tokens.</summary>
    internal static IReadOnlyDictionary<string, SKColor> All { get; } = new Dictionary<string, string>
    {
        ["bg"] = "#ffffff",
        ["sunk"] = "#f5f6f4",
        ["line"] = "#dcdfdb",
        ["edge"] = "#838a8f",
        ["ink"] = "#191c20",
        ["ink2"] = "#474e56",
        ["ink3"] = "#5d656d",
        ["accent"] = "#1c4db3",
        ["v-supported"] = "#00684f",
        ["v-supported-bg"] = "#e0f2ec",
        ["v-refuted"] = "#a93508",
        ["v-refuted-bg"] = "#fdebe3",
        ["v-disputed"] = "#7a5200",
        ["v-disputed-bg"] = "#fbf1dc",
        ["v-quiet"] = "#575e66",
        ["v-quiet-bg"] = "#eef0f1",
        ["c-context"] = "#54617a",
        ["c-interaction"] = "#2a58b8",
        ["c-functional"] = "#8039a0",
        ["c-regulation"] = "#1d6c39",
        ["c-metabolic"] = "#6b6608",
        ["c-proteostasis"] = "#9c2859",
        ["c-phenotype"] = "#23272d",
        ["c-unknown"] = "#7a4f00",
    }.ToDictionary(c => c.Key, c => SKColor.Parse(c.Value));

    public static SKColor For(string token) => All[token];

    public static SKColor For(ActionNode node) => All[PrimitiveCategories.CssClass(node)];

    public static (SKColor Ink, SKColor Ground) For(ClaimMark mark) => (All[TokenOf(mark)], All[TokenOf(mark) + "-bg"]);

    /// <summary>What was measured has a colour; all that was not measured is quiet, and the same.</summary>
    public static string TokenOf(ClaimMark mark) => mark switch
    {
        ClaimMark.Supported or ClaimMark.Elsewhere => "v-supported",
        ClaimMark.Refuted => "v-refuted",
        ClaimMark.Disputed => "v-disputed",
        _ => "v-quiet",
    };
}
