using System.Globalization;
using System.Text.Json;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Json;

/// <summary>What a reader of JSON found wrong, up to a bound.</summary>
internal sealed class JsonProblems
{
    /// <summary>The most that are listed; one more says that there were others.</summary>
    public const int Most = 2_000;

    public List<Diagnostic> All { get; } = [];

    public void Add(DiagnosticRule rule, string message, NodeId? action = null) => Add(rule.Report(message, action: action));

    public void Add(Diagnostic diagnostic)
    {
        if (All.Count < Most) All.Add(diagnostic);
        else if (All.Count == Most) All.Add(
            DiagnosticRules.TooManyProblems.Report($"There are more than {Most} problems. The rest is not listed."));
    }
}

/// <summary>One object of a document, with its path, from which members are taken by kind: what is missing or of another kind is reported
/// and is null.</summary>
internal sealed class JsonPart
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly JsonProblems _problems;

    private JsonPart(JsonElement element, string path, JsonProblems problems)
    {
        (Path, _problems) = (path, problems);
        foreach (var member in element.EnumerateObject())
            if (!_members.TryAdd(JsonText.NameOf(member), member.Value))
                problems.Add(
                    DiagnosticRules.RepeatedMember,
                    $"{ActionRules.Shortened(JsonText.NameOf(member))} of {path} is given twice. The first one counts.");
    }

    public string Path { get; }

    /// <summary>In written order.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Members => _members;

    public static JsonPart? From(JsonElement element, string path, JsonProblems problems)
    {
        if (element.ValueKind == JsonValueKind.Object) return new JsonPart(element, path, problems);
        problems.Add(DiagnosticRules.WrongKind, $"{path} is {KindOf(element)}. Expected an object.");
        return null;
    }

    /// <summary>Reports members that are none of these.</summary>
    public void Expect(params ReadOnlySpan<string> names)
    {
        foreach (var name in _members.Keys)
            if (!names.Contains(name)) _problems.Add(
                DiagnosticRules.UnknownMember,
                $"{Path} has a member {ActionRules.Shortened(name)} that the format does not know. It is ignored.");
    }

    public string? Text(string name) => Take(name, JsonValueKind.String, "a text") is { } text ? JsonText.Read(text) : null;

    /// <summary>Does the same as <see cref="Text"/>, and reports when there is none.</summary>
    public string? NeededText(string name)
    {
        if (!_members.ContainsKey(name)) _problems.Add(DiagnosticRules.MissingMember, $"{Path} needs {name}, a text.");
        return Text(name);
    }

    public int Whole(string name, int otherwise) =>
        Take(name, JsonValueKind.Number, "a whole number") is not { } number ? otherwise
        : number.TryGetInt32(out var value) ? value : Wrong(name, "a whole number", otherwise);

    public double? Number(string name) =>
        Take(name, JsonValueKind.Number, "a number") is { } number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value
            : null;

    public bool Flag(string name) =>
        _members.TryGetValue(name, out var value)
            && (value.ValueKind is JsonValueKind.True
            || (value.ValueKind is not JsonValueKind.False && Wrong(name, "true or false", false)));

    public T? Word<T>(string name, IReadOnlyList<(string Word, T Value)> words) where T : struct, Enum
    {
        if (NeededText(name) is not { } written) return null;
        foreach (var (word, value) in words)
            if (word == written) return value;
        return Wrong<T?>(name, "one of " + string.Join(", ", words.Select(w => w.Word)), null);
    }

    public DateTimeOffset? Time(string name) =>
        Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : Wrong<DateTimeOffset?>(name, "a time such as 2026-11-21T12:00:00Z", null);

    public JsonPart? Part(string name) => _members.TryGetValue(name, out var element) ? From(element, PathOf(name), _problems) : null;

    public IEnumerable<JsonPart> Parts(string name)
    {
        if (Take(name, JsonValueKind.Array, "a list") is not { } list) yield break;
        var at = 0;
        foreach (var item in list.EnumerateArray())
            if (From(
                item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{at++}]"), _problems) is { } part) yield return part;
    }

    public string PathOf(string name) => $"{Path}.{ActionRules.Shortened(name)}";

    public static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    // A null member is as good as none.
    private JsonElement? Take(string name, JsonValueKind kind, string expected)
    {
        if (!_members.TryGetValue(name, out var element) || element.ValueKind == JsonValueKind.Null) return null;
        return element.ValueKind == kind ? element : Wrong<JsonElement?>(name, expected, null);
    }

    private T Wrong<T>(string name, string expected, T otherwise)
    {
        _problems.Add(DiagnosticRules.WrongKind, $"{PathOf(name)} is {KindOf(_members[name])} that is not read here. Expected {expected}.");
        return otherwise;
    }
}
