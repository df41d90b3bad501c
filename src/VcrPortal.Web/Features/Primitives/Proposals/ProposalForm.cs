using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>A proposal as it is typed; every part is text, so that nothing typed is lost when it cannot be read.</summary>
public sealed class ProposalForm
{
    public string? Name { get; set; }
    public string? Definition { get; set; }
    public string? Category { get; set; }
    public string? Kind { get; set; }
    /// <summary>One a line: <c>actor | Entity | needed | what holds</c>.</summary>
    public string? Arguments { get; set; }
    public string? Output { get; set; }
    public string? Examples { get; set; }
    public string? CounterExamples { get; set; }
    public string? Signs { get; set; }
    public string? References { get; set; }
    public string? Verifier { get; set; }
    public bool IsCausal { get; set; }
    public bool IsTerminal { get; set; }

    /// <summary>The draft that it says, and what cannot be read of it: sentences that say where.</summary>
    public (PrimitiveDraft Draft, ImmutableArray<string> Problems) Read()
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var arguments = ImmutableArray.CreateBuilder<DraftArgument>();
        foreach (var (line, at) in (Arguments ?? "").Split('\n').Select((l, at) => (l.Trim(), at + 1)).Where(l => l.Item1.Length > 0))
            if (ReadArgument(line) is { } argument) arguments.Add(argument);
            else problems.Add($"Arguments, line {at}: write it like actor | Entity | needed | what acts. "
                + $"Kinds are {string.Join(", ", Kinds)}.");
        var draft = new PrimitiveDraft(
            Text(Name), Parse(Category, PrimitiveCategory.Interaction), Text(Definition), IsCausal, IsTerminal,
            Parse(Kind, ClaimKind.Other),
            arguments.ToImmutable(), Text(Output) is { Length: > 0 } output ? output : null, Text(Examples), Text(CounterExamples),
            Text(References), Text(Verifier), Text(Signs));
        return (draft, problems.ToImmutable());
    }

    /// <summary>The kinds of value that an argument may take; an id is given by itself.</summary>
    public static ImmutableArray<ArgumentKind> Kinds { get; } =
        [.. Enum.GetValues<ArgumentKind>().Where(k => k != ArgumentKind.ActionId)];

    private static DraftArgument? ReadArgument(string line) =>
        line.Split('|', 4, StringSplitOptions.TrimEntries) is [var name, var kind, "needed" or "optional", { Length: > 0 } meaning] parts
            && Kinds.Any(k => k.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
            ? new(name, Parse(kind, ArgumentKind.Text), parts[2] == "needed", meaning) : null;

    private static T Parse<T>(string? word, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;

    private static string Text(string? typed) => (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
