using System.Text.Json;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Json;

/// <summary>
/// An action of a document. Names, aliases, kinds and order are those of the text form, by the same code: a graph that JSON gives is always
/// one that a text can hold.
/// </summary>
internal sealed class JsonActionReading(PrimitiveVocabulary vocabulary, JsonProblems problems)
{
    // Far beyond any name; the text form takes calls by names of up to a line of 4,096 characters.
    private const int LongestName = 1_000;

    public ActionNode? Read(JsonPart part)
    {
        part.Expect("id", "primitive", "arguments");
        if (part.NeededText("primitive") is not { } written || NameOf(written, part) is not { } name) return null;
        var call = CallName.Parse(name, vocabulary, default);
        if (call.IsEdge)
        {
            problems.Add(DiagnosticRules.WrongKind, $"{part.Path}.primitive is edge. Edges stand in the member edges. It is left out.");
            return null;
        }
        var diagnostics = new List<Diagnostic>();
        var node = ActionReading.Read(call, ArgumentsOf(part), vocabulary, diagnostics).Node;
        foreach (var diagnostic in diagnostics) problems.Add(
            diagnostic with { Message = $"{part.Path}: {diagnostic.Message}", Action = node.Id });
        return node;
    }

    private List<WrittenArgument> ArgumentsOf(JsonPart part)
    {
        var arguments = new List<WrittenArgument>();
        if (part.Text("id") is { } id) arguments.Add(new("id", default, new ArgumentValue.Text(id), default));
        foreach (var (written, value) in part.Part("arguments")?.Members ?? [])
            if (ValueOf(part, written, value) is { } read && NameOf(written, part) is { } name) arguments.Add(
                new(name, default, read, default));
        return arguments;
    }

    private ArgumentValue? ValueOf(JsonPart action, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return new ArgumentValue.Text(JsonText.Read(value));
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return new ArgumentValue.List([.. value.EnumerateArray().Select(JsonText.Read)]);
        problems.Add(
            DiagnosticRules.WrongKind,
            $"{ActionRules.Shortened(name)} of {action.Path} is {JsonPart.KindOf(value)}. Expected a text or a list of texts. It is left "
            + "out.");
        return null;
    }

    private string? NameOf(string written, JsonPart part)
    {
        if (written.Length > LongestName)
        {
            problems.Add(
                DiagnosticRules.WrongKind,
                $"A name in {part.Path} has {written.Length} characters. Up to {LongestName} are read. It is left out.");
            return null;
        }
        var name = Identifier.From(written);
        if (name != written) problems.Add(
            DiagnosticRules.OddName, $"{ActionRules.Shortened(written)} in {part.Path} is read as {ActionRules.Shortened(name)}.");
        return name;
    }
}
