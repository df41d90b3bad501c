using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>A claim that is looked for; what is null may be anything.</summary>
/// <param name="Primitive">In lower case.</param>
/// <param name="Actor">The actor by which claims are compared.</param>
/// <param name="Sign">+1 rises, -1 falls.</param>
public sealed record ClaimPattern(string? Primitive, string? Actor, string? Target, int? Sign);

/// <summary>One condition of a search, and where it was typed.</summary>
public abstract record SearchPart(WrittenAt At, bool IsExcluded)
{
    /// <summary>What kind of thing it is.</summary>
    public abstract SearchField Field { get; }

    /// <summary>The part as the chip says it.</summary>
    public abstract string Label { get; }

    /// <param name="IsNamedByField">Said with its field: the traces about it, not those that mention it.</param>
    /// <param name="Said">What was typed, where it differs from what it was read as.</param>
    public sealed record Entity(SearchName Name, bool IsNamedByField, string? Said, WrittenAt At, bool IsExcluded)
        : SearchPart(At, IsExcluded)
    {
        public override SearchField Field => Name.Field;
        public override string Label => Name.Label;

        /// <summary>Whether it is named by its number, not by its words.</summary>
        public bool IsNamedById => Name.Id is { } id && id.Equals(Said, StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Revision">The one that was asked for; null for the latest.</param>
    public sealed record OneTrace(int Number, int? Revision, WrittenAt At, bool IsExcluded) : SearchPart(At, IsExcluded)
    {
        public override SearchField Field => SearchField.Trace;
        public override string Label => PortalUrls.Accession(Number) + (Revision is null ? "" : $"@{Revision}");
    }

    public sealed record InText(SoughtWords Words, WrittenAt At, bool IsExcluded) : SearchPart(At, IsExcluded)
    {
        public override SearchField Field => SearchField.Words;
        public override string Label => Words.Text + (Words.IsPrefix ? "…" : "");
    }

    /// <param name="Value">An engine, a state, or a word of a <see cref="ClosedFacet"/>.</param>
    public sealed record Fact(SearchField Of, string Value, WrittenAt At, bool IsExcluded) : SearchPart(At, IsExcluded)
    {
        public override SearchField Field => Of;
        public override string Label => ClosedFacet.For(Of)?.Find(Value) is { Label: { } said }
            ? char.ToLowerInvariant(said[0]) + said[1..] : Value;
    }

    public sealed record OneClaim(ClaimPattern Pattern, string Said, WrittenAt At, bool IsExcluded = false) : SearchPart(At, IsExcluded)
    {
        public override SearchField Field => SearchField.Primitive;
        public override string Label => Said;
    }

    /// <summary>One of several conditions is enough: <c>BRAF V600E OR NRAS Q61L</c>.</summary>
    public sealed record Either(ImmutableArray<SearchPart> Parts) : SearchPart(Parts[0].At.To(Parts[^1].At), false)
    {
        public override SearchField Field => Parts.All(p => p.Field == Parts[0].Field) ? Parts[0].Field : SearchField.Words;
        public override string Label => string.Join(" or ", Parts.Select(p => (p.IsExcluded ? "not " : "") + p.Label));
    }

    /// <summary>What cannot be read, and therefore finds nothing: to find everything instead would be no answer to it.</summary>
    public sealed record Unread(SearchField Of, string Said, WrittenAt At, bool IsExcluded) : SearchPart(At, IsExcluded)
    {
        public override SearchField Field => Of;
        public override string Label => Said;
    }
}

/// <summary>What somebody should know about how a search was read: what is wrong, where, and what there is instead.</summary>
/// <param name="Word">What may be meant, and <paramref name="Instead"/> the whole search with it.</param>
public sealed record SearchNote(string Text, string? Word = null, string? Instead = null);

/// <summary>A search as it was read.</summary>
/// <param name="Typed">The text that the places of the parts count in.</param>
public sealed record UnderstoodSearch(string Typed, ImmutableArray<SearchPart> Parts)
{
    public ImmutableArray<SearchNote> Notes { get; init; } = [];

    public static UnderstoodSearch Nothing { get; } = new("", []);

    /// <summary>What is typed without one part.</summary>
    public string Without(SearchPart part) => part.At.TakeFrom(Typed);

    /// <summary>What is typed with OR between the things of one field, of which a trace has one; null where there is one or
    /// none.</summary>
    public (string Words, string Text)? AsAlternatives(SearchField field)
    {
        var parts = Parts.OfType<SearchPart.Entity>().Where(p => p.Field == field && !p.IsExcluded).ToList();
        if (parts.Count < 2) return null;
        var rest = parts.OrderByDescending(p => p.At.Start).Aggregate(Typed, (text, part) => part.At.TakeFrom(text));
        return (
            string.Join(" or ", parts.Select(p => p.Label)),
            $"{rest} {string.Join(" OR ", parts.Select(p => field.Write(p.Label)))}".Trim());
    }

    /// <summary>What is typed with something else in the place of a part.</summary>
    public string Instead(SearchPart part, string words) =>
        (Typed[..part.At.Start] + words + Typed[(part.At.Start + part.At.Length)..]).Trim();
}
