using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>What an annotation is for, in the words of the W3C Web Annotation vocabulary.</summary>
public enum Motivation { Commenting, Replying, Assessing, Questioning }

/// <summary>What an annotation is about.</summary>
public abstract record AnnotationTarget
{
    private AnnotationTarget() { }

    /// <param name="Source">An absolute address.</param>
    public sealed record Whole(string Source) : AnnotationTarget;
    /// <summary>A part of a page that has a name of its own: a claim, a link, a piece of evidence.</summary>
    /// <param name="Fragment">The fragment as it stands in the address, escaped.</param>
    public sealed record Part(string Source, string Fragment) : AnnotationTarget;
    /// <summary>Words of a plain text.</summary>
    public sealed record Passage(string Source, TextQuote Quote, TextSpan Span) : AnnotationTarget;
}

/// <summary>One annotation as it leaves the portal.</summary>
/// <param name="Id">An absolute address, its own.</param>
/// <param name="Creator">Name and address of whoever made it; null once the account is gone.</param>
/// <param name="Format">The format of the value.</param>
public sealed record WebAnnotation(
    string Id, Motivation Motivation, string Value, string Format, AnnotationTarget Target, (string Name, string Address)? Creator,
    DateTime Created, DateTime? Modified = null)
{
    private const string Context = "http://www.w3.org/ns/anno.jsonld";
    /// <summary>RFC 3236: what a fragment of an (X)HTML page names.</summary>
    private const string Fragments = "http://tools.ietf.org/rfc/rfc3236";

    /// <summary>An AnnotationCollection with one page that holds them all.</summary>
    /// <param name="id">Its own absolute address.</param>
    /// <param name="root">Scheme and host of the portal, without a slash at the end.</param>
    public static JsonObject Collection(string id, string label, string root, DateTime now, ImmutableArray<WebAnnotation> items) => new()
    {
        ["@context"] = Context,
        ["id"] = id,
        ["type"] = "AnnotationCollection",
        ["label"] = label,
        ["generator"] = Generator(root),
        ["generated"] = Time(now),
        ["total"] = items.Length,
        ["first"] = new JsonObject
        {
            ["id"] = id + "#page",
            ["type"] = "AnnotationPage",
            ["startIndex"] = 0,
            ["items"] = new JsonArray([.. items.Select(item => item.ToJson(root))]),
        },
    };

    /// <summary>One that stands on its own, for a line of JSON Lines.</summary>
    public JsonObject ToLine(string root)
    {
        var json = ToJson(root);
        json.Insert(0, "@context", Context);
        return json;
    }

    private JsonObject ToJson(string root)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["type"] = "Annotation",
            ["motivation"] = Word(Motivation),
            ["created"] = Time(Created),
        };
        if (Modified is { } modified) json["modified"] = Time(modified);
        if (Creator is var (name, address)) json["creator"] = new JsonObject { ["id"] = address, ["type"] = "Person", ["nickname"] = name };
        json["generator"] = Generator(root);
        json["body"] = new JsonObject
        {
            ["type"] = "TextualBody",
            ["value"] = Value,
            ["format"] = Format,
            ["purpose"] = Word(Motivation),
        };
        json["target"] = TargetJson();
        return json;
    }

    private JsonNode TargetJson() => Target switch
    {
        AnnotationTarget.Part part => new JsonObject
        {
            ["source"] = part.Source,
            ["selector"] = new JsonObject { ["type"] = "FragmentSelector", ["conformsTo"] = Fragments, ["value"] = part.Fragment },
        },
        AnnotationTarget.Passage passage => new JsonObject
        {
            ["source"] = passage.Source,
            ["selector"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "TextQuoteSelector",
                    ["exact"] = passage.Quote.Exact,
                    ["prefix"] = passage.Quote.Prefix,
                    ["suffix"] = passage.Quote.Suffix,
                },
                new JsonObject { ["type"] = "TextPositionSelector", ["start"] = passage.Span.Start, ["end"] = passage.Span.End }),
        },
        AnnotationTarget.Whole whole => JsonValue.Create(whole.Source),
        _ => throw new InvalidOperationException(),
    };

    private static JsonObject Generator(string root) => new() { ["id"] = root + "/", ["type"] = "Software", ["name"] = "VcrPortal" };

    // Already lower case in their own vocabulary.
    private static string Word(Motivation motivation) => motivation switch
    {
        Motivation.Commenting => "commenting",
        Motivation.Replying => "replying",
        Motivation.Assessing => "assessing",
        _ => "questioning",
    };

    private static string Time(DateTime utc) =>
        DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
