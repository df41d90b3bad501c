using System.Collections.Immutable;

namespace VcrPortal.E2E.Harness;

/// <summary>Texts that would run a script if any of them were taken for markup: each sets <c>window.hacked</c>.</summary>
internal static class HostileTexts
{
    private const string Run = "window.hacked=1";

    /// <summary>Markup of HTML, SVG and MathML that runs a script by itself or at a touch.</summary>
    private static readonly string[] MarkupTexts =
    [
        $"<script>{Run}</script>", $"<img src=x onerror={Run}>", $"<svg onload={Run}>", $"<svg><script>{Run}</script></svg>",
            $"<body onload={Run}>", $"<iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe>",
        $"<details open ontoggle={Run}>x</details>", $"<video><source onerror={Run}></video>",
            $"<math><mi href=\"javascript:{Run}\">x</mi></math>", $"<a href=\"javascript:{Run}\">x</a>",
        $"<form action=\"javascript:{Run}\"><button>x</button></form>", $"<object data=\"javascript:{Run}\"></object>",
            $"<embed src=\"javascript:{Run}\">", $"<meta http-equiv=refresh content=\"0;url=javascript:{Run}\">",
        $"<base href=\"javascript:{Run}//\">", $"<style>@import 'javascript:{Run}'</style>", $"<input autofocus onfocus={Run}>",
            $"<svg><animate onbegin={Run} attributeName=x dur=1s></svg>",
        $"<noscript><p title=\"</noscript><img src=x onerror={Run}>\">",
            $"<svg><a xlink:href=\"javascript:{Run}\"><text>x</text></a></svg>",
    ];

    /// <summary>What ends the text, attribute or element that a careless page would have put it in.</summary>
    private static readonly string[] Ends =
        ["", "\">", "'>", "</title>", "</textarea>", "</script>", "-->", "]]>", "</svg>", "</option></select>"];

    /// <summary>Markdown, addresses, attributes, templates, encodings.</summary>
    private static readonly string[] Others =
    [
        $"[x](javascript:{Run})", $"![x](javascript:{Run})", $"[x](JaVaScRiPt:{Run})", $"[x](&#106;avascript:{Run})",
            $"[x](java&#10;script:{Run})", $"[x](<javascript:{Run}>)", $"<javascript:{Run}>", $"[x](vbscript:{Run})",
        $"[x](data:text/html,<script>{Run}</script>)", $"[x]: javascript:{Run}", "[x](//example.org)", "![x](https://example.org/x.png)",
            $"[<img src=x onerror={Run}>](https://example.org)", $"[x](https://example.org \"\" onmouseover={Run}\")",
        $"\" onmouseover=\"{Run}", $"' onfocus='{Run}' autofocus='", $"javascript:{Run}", $"{{{{constructor.constructor('{Run}')()}}}}",
            $"@({Run})", $"%3Cscript%3E{Run}%3C/script%3E", $"&lt;script&gt;{Run}&lt;/script&gt;",
        $"\u202E<script>{Run}</script>", $"＜script＞{Run}＜/script＞", $"<scr<script>ipt>{Run}</scr</script>ipt>",
            $"=HYPERLINK(\"javascript:{Run}\")",
    ];

    /// <summary>More than 200.</summary>
    public static ImmutableArray<string> All { get; } = [.. from end in Ends from markup in MarkupTexts select end + markup, .. Others];
}
