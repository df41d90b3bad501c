using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Sources.Http.Asking;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// Names in a text by HunFlair2 behind a service of one's own (docs/services.md): <c>POST ner {"text"}</c> answers with spans, whose places
/// count Unicode code points. A span that is not in the text where it says, or of a type that explanations do not name, is left out.
/// </summary>
public sealed class HunFlairService(SourceClient client)
{
    public const string ServiceName = "HunFlair2";

    /// <summary>Spans of one text that are looked at.</summary>
    private const int MostSpans = 200;

    /// <param name="known">Where it knows a name that the service found, the entity is the known one.</param>
    /// <exception cref="SourceUnavailableException">With a sentence.</exception>
    public async Task<ImmutableArray<RecognizedEntity>> FindAsync(string text, EntityRecognizer known, CancellationToken ct) =>
        (await client.AskAsync(SourceQuestion.PostJson("ner", new { text }), answer => Entities(answer, text, known), ct))?.Value ?? [];

    private static ImmutableArray<RecognizedEntity> Entities(string answer, string text, EntityRecognizer known)
    {
        var places = PlacesOfCodePoints(text);
        var found = ImmutableArray.CreateBuilder<RecognizedEntity>();
        foreach (var span in JsonReading.Document(answer).EnumerateArray().Take(MostSpans))
        {
            if (Place(span.Text("start")) is not { } start || Place(span.Text("end")) is not { } end) continue;
            if (end <= start || end >= places.Count || TypeOf(span.Text("type")) is not { } type) continue;
            var written = text[places[start]..places[end]];
            if (written != span.Text("text")) continue;
            found.Add(known.Match(written) is { } entity ? entity with { Start = places[start], Length = written.Length }
                : new(places[start], written.Length, written, type, written, null));
        }
        return found.ToImmutable();
    }

    /// <summary>For each code point, and the end, its place in UTF-16.</summary>
    private static List<int> PlacesOfCodePoints(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1) places.Add(at);
        places.Add(text.Length);
        return places;
    }

    private static int? Place(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    private static EntityTypes? TypeOf(string? type) => type switch
    {
        "Gene" => EntityTypes.Gene,
        "Chemical" => EntityTypes.Compound,
        "Disease" => EntityTypes.Disease,
        "CellLine" => EntityTypes.CellLine,
        _ => null,
    };
}
