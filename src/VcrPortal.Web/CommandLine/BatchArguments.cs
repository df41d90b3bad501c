using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Web.Features.Batches.Launch;

namespace VcrPortal.Web.CommandLine;

/// <summary>What the verb <c>batch</c> was asked for.</summary>
/// <param name="Files">Ending in <c>.jsonl</c> or <c>.parquet</c>.</param>
/// <param name="Number">The number of a batch that is there already; null to launch one.</param>
/// <param name="Settings">Settings of the portal, as its own command line takes them.</param>
internal sealed record BatchArguments(
    ImmutableArray<string> Compounds, ImmutableArray<string> Lines, string? Title, ImmutableArray<string> Files,
    ImmutableArray<string> Settings, int? Number = null)
{
    private static readonly string[] Endings = [".jsonl", ".parquet"];

    public static bool IsParquet(string file) => file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when it cannot be understood.</returns>
    public static BatchArguments? Read(string[] args)
    {
        var wish = new BatchArguments([], [], null, [], []);
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--compounds" when next is not null: wish = wish with { Compounds = PairText.Names(next) }; i++; break;
                case "--lines" when next is not null: wish = wish with { Lines = PairText.Names(next) }; i++; break;
                case "--title" when next is { Length: > 0 }: wish = wish with { Title = next }; i++; break;
                case "--number" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                    wish =
                    wish with { Number = number }; i++; break;
                case "--to" when next is not null
                    && Endings.Contains(Path.GetExtension(next), StringComparer.OrdinalIgnoreCase):
                    wish =
                    wish with { Files = wish.Files.Add(next) }; i++; break;
                case var setting when setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains(':')
                    && setting.Contains('='):
                    wish = wish with { Settings = wish.Settings.Add(setting) }; break;
                default: return null;
            }
        }
        return wish;
    }
}
