using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Json;

/// <param name="Document">Null when nothing could be read as a trace.</param>
/// <param name="Diagnostics">What is wrong with the JSON itself; <see cref="ActionGraph.Problems"/> says what is wrong with the
/// graph.</param>
public sealed record TraceJsonResult(TraceDocument? Document, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool IsWellFormed => Document is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>
/// Reads <c>vcr-trace/1</c>. Never throws on bad input: a part that cannot be read is left out and reported with its path. Nesting is
/// bounded by the parser (64); time and memory are linear.
/// </summary>
public sealed class TraceJsonReader
{
    private readonly JsonProblems _problems = new();
    private readonly PrimitiveVocabulary _vocabulary;

    private TraceJsonReader(PrimitiveVocabulary vocabulary) => _vocabulary = vocabulary;

    /// <param name="vocabulary">The one that the document has to name; null for <see cref="PrimitiveVocabulary.Vcr20"/>.</param>
    public static TraceJsonResult Read(string json, PrimitiveVocabulary? vocabulary = null) =>
        Read(Encoding.UTF8.GetBytes(json), vocabulary);

    public static TraceJsonResult Read(ReadOnlyMemory<byte> utf8, PrimitiveVocabulary? vocabulary = null)
    {
        var reader = new TraceJsonReader(vocabulary ?? PrimitiveVocabulary.Vcr20);
        try
        {
            using var file = JsonDocument.Parse(utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8);
            return new TraceJsonResult(reader.ReadDocument(file.RootElement), [.. reader._problems.All]);
        }
        catch (JsonException e)
        {
            var place = new TextSpan((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, 0);
            return new TraceJsonResult(null, [DiagnosticRules.NotJson.Report("The text is no JSON from here on.", place)]);
        }
    }

    /// <summary>Reads an element of a larger file.</summary>
    public static TraceJsonResult Read(JsonElement element, PrimitiveVocabulary? vocabulary = null)
    {
        var reader = new TraceJsonReader(vocabulary ?? PrimitiveVocabulary.Vcr20);
        return new TraceJsonResult(reader.ReadDocument(element), [.. reader._problems.All]);
    }

    private TraceDocument? ReadDocument(JsonElement element)
    {
        if (JsonPart.From(element, "$", _problems) is not { } root || !IsKnownFormat(root) || !IsKnownVocabulary(root)) return null;
        root.Expect(
            "$schema", "format", "vocabulary", "context", "actions", "edges", "diagnostics", "verdicts", "groundings", "provenance");
        return new TraceDocument(
            ReadGraph(root), All(root, "diagnostics", ReadDiagnostic), All(root, "verdicts", ReadVerdict),
            All(root, "groundings", ReadGrounding),
            root.Part("provenance") is { } provenance ? ReadProvenance(provenance) : null);
    }

    private ActionGraph ReadGraph(JsonPart root)
    {
        var reading = new JsonActionReading(_vocabulary, _problems);
        var context = root.Part("context") is { } part ? reading.Read(part) : null;
        if (context is { IsContext: false })
        {
            _problems.Add(
                DiagnosticRules.WrongKind,
                    $"$.context is {ActionRules.Shortened(context.Name)}. Expected {ActionNode.ContextName}. It is left out.");
            context = null;
        }
        var actions = All(root, "actions", reading.Read);
        foreach (var other in actions.Where(a => a.IsContext))
        {
            _problems.Add(
                context is null ? DiagnosticRules.ContextNotFirst : DiagnosticRules.SecondContext,
                $"A {ActionNode.ContextName} stands among the actions. It belongs into the member context, and there is one.");
            context ??= other;
        }
        return new ActionGraph(_vocabulary, context, [.. actions.Where(a => !a.IsContext)], All(root, "edges", ReadEdge));
    }

    private bool IsKnownFormat(JsonPart root)
    {
        var format = root.NeededText("format");
        if (format == TraceDocument.Format) return true;
        if (format is not null) _problems.Add(
            DiagnosticRules.UnknownFormat, $"The format is \"{ActionRules.Shortened(format)}\". Expected {TraceDocument.Format}.");
        return false;
    }

    private bool IsKnownVocabulary(JsonPart root)
    {
        if (root.Part("vocabulary") is not { } named)
        {
            _problems.Add(
                DiagnosticRules.MissingMember,
                $"$ needs vocabulary, such as {{ \"id\": \"{_vocabulary.Id}\", \"version\": {_vocabulary.Version} }}.");
            return false;
        }
        var (id, version) = (named.NeededText("id"), named.Whole("version", 0));
        if (id == _vocabulary.Id && version == _vocabulary.Version) return true;
        _problems.Add(
            DiagnosticRules.UnknownVocabulary,
            $"The vocabulary is {ActionRules.Shortened(id ?? "unnamed")} version {version}. Expected {_vocabulary.Id} version "
            + $"{_vocabulary.Version}.");
        return false;
    }

    private static ImmutableArray<T> All<T>(JsonPart root, string name, Func<JsonPart, T?> read) where T : class =>
        [.. root.Parts(name).Select(read).OfType<T>()];

    private static CausalEdge? ReadEdge(JsonPart part)
    {
        part.Expect("source", "target", "relation");
        return part.NeededText("source") is { } source && part.NeededText("target") is { } target
            && part.Word("relation", JsonWords.Relations) is { } relation
            ? new CausalEdge(new NodeId(source), new NodeId(target), relation) : null;
    }

    private static Diagnostic? ReadDiagnostic(JsonPart part) =>
        part.NeededText("code") is { } code && part.Word("severity", JsonWords.Severities) is { } severity
            && part.NeededText("message") is { } message
            ? new Diagnostic(
                code, severity, message, part.Whole("line", 0), part.Whole("column", 0), part.Whole("length", 0), part.Text("suggestion"),
                IdOf(part, "action"), IdOf(part, "edgeTarget"))
            : null;

    private static Verdict? ReadVerdict(JsonPart part)
    {
        if (part.Part("claim") is not { } claim || claim.NeededText("action") is not { } action
            || part.Word("kind", JsonWords.Verdicts) is not { } kind) return null;
        return new Verdict(
            new Claim(new NodeId(action), claim.Text("member"), IdOf(claim, "edgeTarget")), kind, part.Text("verifier") ?? "",
                part.Text("verifierVersion") ?? "", part.Text("reason") ?? "",
            All(part, "rows", ReadRow), part.Flag("sameSource"), part.Text("dataVersion") ?? "", part.Text("inputHash") ?? "",
                part.Number("score"), part.Text("thresholds"),
            part.Text("strength") is null ? Strength.Curated : part.Word("strength", JsonWords.Strengths) ?? Strength.Curated,
            IdOf(part, "restsOn"));
    }

    private static EvidenceRow? ReadRow(JsonPart part) =>
        part.NeededText("source") is { } source && part.NeededText("text") is { } text
            ? new EvidenceRow(source, text, part.Text("identifier")) : null;

    private static GroundedText? ReadGrounding(JsonPart part) =>
        part.NeededText("text") is { } text && Curie.TryParse(part.NeededText("curie")) is { } curie ? new GroundedText(text, curie) : null;

    private static TraceProvenance ReadProvenance(JsonPart part) =>
        new(part.Text("accession"), part.Whole("revision", 0) is var revision and > 0 ? revision : null, part.Text("title"),
            part.Text("engine"), part.Time("writtenAt"));

    private static NodeId? IdOf(JsonPart part, string name) => part.Text(name) is { } id ? new NodeId(id) : null;
}
