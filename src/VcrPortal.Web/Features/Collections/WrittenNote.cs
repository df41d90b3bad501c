using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Why a thing is in a collection, as somebody wrote it.</summary>
/// <param name="Seen">The note as it stood when they began; where that is no longer so, it is not written over unseen.</param>
public sealed record WrittenNote(ItemKey Key, string Note, string Seen)
{
    private const string Prefix = "note ";

    /// <summary>The field of a note, and of what was seen of it: two values of one name, in this order: seen, written.</summary>
    public static string FieldOf(ItemKey key) => Prefix + key.Text;

    /// <summary>Those of a form that were changed.</summary>
    public static ImmutableArray<WrittenNote> In(IFormCollection form) =>
    [
        .. from field in form
           where field.Key.StartsWith(Prefix, StringComparison.Ordinal) && field.Value.Count == 2
           let key = ItemKey.Read(field.Key[Prefix.Length..])
           where key is not null
           let written = new WrittenNote(key.Value, Plain(field.Value[1]), Plain(field.Value[0]))
           where written.Note != written.Seen
           select written,
    ];

    /// <summary>Browsers send other ends of lines than they were sent.</summary>
    public static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
