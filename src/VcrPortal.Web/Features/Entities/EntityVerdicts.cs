using System.Collections.Immutable;
using VcrPortal.Web.Data;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Entities;

/// <summary>The verdicts that claims of a page are narrowed by, with the words of the search: <c>verdict=contradicted</c>.</summary>
internal static class EntityVerdicts
{
    public static ImmutableArray<(string Word, ClaimMark Mark)> All { get; } =
    [
        ("supported", ClaimMark.Supported), ("elsewhere", ClaimMark.Elsewhere), ("contradicted", ClaimMark.Refuted),
        ("disputed", ClaimMark.Disputed), ("undecided", ClaimMark.Undetermined), ("untested", ClaimMark.NotTestable),
    ];

    public static ClaimMark? Find(string? word) =>
        All.Where(v => v.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(v => (ClaimMark?)v.Mark).FirstOrDefault();

    public static string? WordOf(ClaimMark? mark) => All.Where(v => v.Mark == mark).Select(v => v.Word).FirstOrDefault();

    /// <summary>What is wrong with an address that asks for another; null where nothing is.</summary>
    public static string? NoteOn(string? word) => string.IsNullOrWhiteSpace(word) || Find(word) is not null ? null
        : $"“{word.Fit(60)}” is no verdict: verdict is {string.Join(", ", All[..^1].Select(v => v.Word))} or {All[^1].Word}. "
            + "All claims are listed.";
}
