using System.Collections.Immutable;
using System.Globalization;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>What stands in the margin of the report beside a passage.</summary>
/// <param name="Comments">About it, deleted ones not counted.</param>
public sealed record PassageSign(PassageView Passage, int Comments)
{
    /// <summary>Whether there is anything to show: a passage on which all was taken back has no sign.</summary>
    public bool IsSaid => Comments > 0 || !Passage.Marks.IsEmpty;

    public string Words => $"{PassageText.Counts(Passage, Comments)} on {PassageText.Quoted(Passage)}";

    /// <summary>The same for the same marks.</summary>
    public static string StampOf(ImmutableArray<PassageSign> signs) =>
        string.Join(' ', signs.Select(s => string.Create(CultureInfo.InvariantCulture,
            $"{s.Passage.Number}:{s.Comments}:{string.Concat(s.Passage.Marks.Select(m => (int)m.Opinion))}")));
}
