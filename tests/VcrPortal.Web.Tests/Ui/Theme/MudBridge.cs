using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VcrPortal.Tests;

namespace VcrPortal.Web.Tests.Ui.Theme;

/// <summary>
/// Writes <c>css/mud-bridge.css</c>: MudBlazor's variables, said in our tokens. To write it anew after a new version of MudBlazor or a
/// changed colour: <c>VCR_REWRITE_DOCS=1 dotnet test --filter FullyQualifiedName~MudBridgeTests</c>.
/// </summary>
internal static partial class MudBridge
{
    private static readonly string Css = System.IO.Path.Combine(ReferenceData.Repository(), "src", "VcrPortal.Web", "wwwroot", "css");

    public static string Path => System.IO.Path.Combine(Css, "mud-bridge.css");

    /// <summary>MudBlazor's hues and the tokens that they are here.</summary>
    private static readonly (string Name, string Token)[] Hues =
    [
        ("primary", "accent"), ("secondary", "ink2"), ("tertiary", "v-undetermined"), ("info", "accent"), ("success", "v-supported"),
        ("warning", "notice"), ("error", "danger"), ("dark", "ink"),
    ];

    private static readonly (string Name, string Token)[] Surfaces =
    [
        ("text-primary", "ink"), ("text-secondary", "ink2"), ("text-disabled", "ink3"), ("action-default", "ink2"),
        ("action-default-hover", "hover"), ("action-disabled", "ink3"), ("action-disabled-background", "sunk"), ("surface", "raised"),
        ("background", "bg"), ("background-gray", "sunk"), ("drawer-background", "sunk"), ("drawer-text", "ink"), ("drawer-icon", "ink2"),
        ("appbar-background", "bg"), ("appbar-text", "ink"), ("lines-default", "line"), ("lines-inputs", "edge"), ("table-lines", "line"),
        ("table-striped", "sunk"), ("table-hover", "hover"), ("divider", "line"), ("divider-light", "line"), ("skeleton", "hover"),
        ("gray-default", "ink3"), ("gray-light", "edge"), ("gray-lighter", "line"), ("gray-dark", "ink2"), ("gray-darker", "ink"),
    ];

    private static readonly (string Name, string Size)[] Sizes =
    [
        ("h1", "f-home"), ("h2", "f-title"), ("h3", "f20"), ("h4", "f-title"), ("h5", "f20"), ("h6", "f16"), ("subtitle1", "f16"),
        ("subtitle2", "f14"), ("body1", "f14"), ("body2", "f13"), ("button", "f14"), ("caption", "f12"), ("overline", "f12"),
        ("default", "f14"),
    ];

    /// <summary>Colours that MudBlazor also wants as three numbers, which must be written for each theme.</summary>
    private static readonly (string Name, string Token)[] Triplets =
        [.. Hues, ("text-primary", "ink"), ("text-secondary", "ink2"), ("text-disabled", "ink3"), ("surface", "raised"),
            ("divider", "line")];

    /// <param name="emitted">What MudThemeProvider writes into its style: names and values.</param>
    public static string Write(IReadOnlyDictionary<string, string> emitted)
    {
        var said = Said();
        foreach (var (name, value) in emitted)
            if (!name.EndsWith("-rgb", StringComparison.Ordinal)) said.TryAdd(name, value);
        said["--mud-native-html-color-scheme"] = "inherit";
        var css = new StringBuilder(
            "/* MudBlazor's variables in our tokens. Written by MudBridge of the tests, which says how; do not edit. */\n:root {\n");
        foreach (var (name, value) in said) css.Append(CultureInfo.InvariantCulture, $"  {name}: {value};\n");
        css.Append(CultureInfo.InvariantCulture, $"  {InThree(dark: false)}\n}}\n");
        css.Append("@media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { ").Append(InThree(dark: true))
            .Append(" } }\n");
        css.Append(CultureInfo.InvariantCulture, $":root[data-theme=\"dark\"] {{ {InThree(dark: true)} }}\n");
        return css.Append(Taste).ToString();
    }

    private static Dictionary<string, string> Said()
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, token) in Hues)
        {
            var palette = "--mud-palette-" + name;
            said[palette] = $"var(--{token})";
            said[palette + "-text"] = name is "primary" or "info" ? "var(--on-accent)" : "var(--bg)";
            said[palette + "-darken"] = $"color-mix(in srgb, var(--{token}) 85%, var(--ink))";
            said[palette + "-lighten"] = $"color-mix(in srgb, var(--{token}) 80%, var(--bg))";
            said[palette + "-hover"] = $"color-mix(in srgb, var(--{token}) 8%, transparent)";
        }
        foreach (var (name, token) in Surfaces) said["--mud-palette-" + name] = $"var(--{token})";
        said["--mud-palette-black"] = "#000";
        said["--mud-palette-white"] = "#fff";
        said["--mud-palette-overlay-dark"] = "rgb(11 13 16 / .5)";
        said["--mud-palette-overlay-light"] = "color-mix(in srgb, var(--bg) 50%, transparent)";
        said["--mud-default-borderradius"] = "var(--r2)";
        for (var i = 0; i < 26; i++)
            said[string.Create(CultureInfo.InvariantCulture, $"--mud-elevation-{i}")] = i == 0 ? "none"
                : i < 4 ? "0 1px 2px light-dark(rgb(20 25 30 / .08), rgb(0 0 0 / .5))" : "var(--shadow)";
        foreach (var (name, size) in Sizes) Type(said, $"--mud-typography-{name}-", name, size);
        return said;
    }

    private static void Type(Dictionary<string, string> said, string prefix, string name, string size)
    {
        var isHeading = name[0] == 'h';
        said[prefix + "family"] = "var(--sans)";
        said[prefix + "size"] = $"var(--{size})";
        said[prefix + "weight"] = isHeading ? "600" : name is "button" or "subtitle2" ? "500" : "400";
        said[prefix + "lineheight"] = isHeading ? "1.2" : "1.45";
        said[prefix + "letterspacing"] = "0";
        said[prefix + "text-transform"] = "none";
    }

    private static string InThree(bool dark)
    {
        var tokens = Token().Matches(File.ReadAllText(System.IO.Path.Combine(Css, "tokens.css")))
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[dark ? 3 : 2].Value);
        return string.Join(' ', Triplets.Select(t => $"--mud-palette-{t.Name}-rgb: {InThree(tokens[t.Token])};"));
    }

    private static string InThree(string hex)
    {
        var six = hex.Length == 3 ? string.Concat(hex.Select(c => new string(c, 2))) : hex;
        var number = int.Parse(six, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{number >> 16},{number >> 8 & 255},{number & 255}");
    }

    [GeneratedRegex(@"--([\w-]+):\s*light-dark\(#([0-9a-f]+),\s*#([0-9a-f]+)\)")]
    private static partial Regex Token();

    private const string Taste = """
        .mud-button-root { min-height: var(--target); }
        .mud-input > .mud-input-root { min-height: 0; }
        .mud-tab, .mud-button { text-transform: none; letter-spacing: 0; }
        .mud-link, .mud-nav-link { text-underline-offset: .15em; }
        :where(.mud-button-root, .mud-tab, .mud-nav-link, .mud-list-item):focus-visible {
          outline: 2px solid var(--accent); outline-offset: 2px;
        }

        """;
}
