using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What is wrong with a proposed primitive; pure, so that it is checked as it is typed and again when it is sent.</summary>
public static partial class DraftRules
{
    /// <summary>Characters of one text of a proposal.</summary>
    public const int MostText = 4000;

    private const int MostArguments = 12, LeastDefinition = 20;

    /// <returns>A sentence for each problem: what is wrong, where, what to do.</returns>
    public static ImmutableArray<string> Check(PrimitiveDraft draft, PrimitiveVocabulary vocabulary)
    {
        var problems = new List<string>();
        if (!Name().IsMatch(draft.Name)) problems.Add("Name: small letters with underscores, a verb in the third person, such as acts_on.");
        else if (draft.Name.Length > ProposalRow.NameLength) problems.Add($"Name: at most {ProposalRow.NameLength} characters.");
        else if (vocabulary.Find(draft.Name) is not null) problems.Add($"Name: {draft.Name} is there already. Propose another name.");
        if (draft.Definition.Trim().Length < LeastDefinition) problems.Add(
            $"Definition: say in a sentence of {LeastDefinition} characters or more what such a claim says.");
        foreach (var (title, text) in new[] { ("Definition", draft.Definition), ("Examples", draft.Examples),
            ("Counter-examples", draft.CounterExamples), ("References", draft.References), ("Check", draft.Verifier),
            ("Words", draft.Signs) })
            if (text.Length > MostText) problems.Add($"{title}: at most {MostText:N0} characters; this has {text.Length:N0}.");
        CheckArguments(draft, problems);
        if (problems.Count == 0) CheckExamples(draft, vocabulary, problems);
        return [.. problems];
    }

    private static void CheckArguments(PrimitiveDraft draft, List<string> problems)
    {
        if (draft.Arguments.IsEmpty) problems.Add("Arguments: name at least one, such as: actor | Entity | needed | what acts");
        if (draft.Arguments.Length > MostArguments) problems.Add($"Arguments: at most {MostArguments}.");
        foreach (var argument in draft.Arguments.Where(a => !Name().IsMatch(a.Name) || a.Name == "id"))
            problems.Add($"Arguments: ‘{argument.Name}’ is no name for one. Small letters and underscores; id is there by itself.");
        if (draft.Arguments.GroupBy(a => a.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) problems.Add(
            $"Arguments: {twice.Key} stands there twice.");
        if (draft.HasWrongDirection) problems.Add("Arguments: what is up or down is called direction, and of kind Direction.");
        if (draft.Output is { } output && !draft.Arguments.Any(a => a.Name == output)) problems.Add(
            $"What rises or falls: there is no argument {output}.");
    }

    /// <summary>Examples must be sound claims of this primitive, and counter-examples must be none.</summary>
    private static void CheckExamples(PrimitiveDraft draft, PrimitiveVocabulary vocabulary, List<string> problems)
    {
        var extended = With(draft, vocabulary);
        var examples = ExplanationReader.Read(draft.Examples, extended);
        if (!examples.Graph.Actions.Any(a => a.Name == draft.Name)) problems.Add($"Examples: write at least one {draft.Signature}");
        foreach (var other in examples.Graph.Actions.Where(a => a.Name != draft.Name)) problems.Add(
            $"Examples: {other.Name} is another primitive. Move it to the counter-examples.");
        problems.AddRange(examples.Diagnostics.Where(IsOfOneAction).Select(d => $"Examples, line {d.Line}: {d.Message}"));
        var counter = ExplanationReader.Read(draft.CounterExamples, extended);
        foreach (var (action, at) in counter.Graph.Actions.Select((a, at) => (a, at)).Where(c => c.a.Name == draft.Name))
            if (!counter.Diagnostics.Any(d => IsOfOneAction(d) && d.Action == action.Id)) problems.Add(
                $"Counter-examples: number {at + 1} is a sound {draft.Name}. Narrow the arguments, or take it out.");
    }

    /// <summary>The vocabulary with this one more.</summary>
    internal static PrimitiveVocabulary With(PrimitiveDraft draft, PrimitiveVocabulary vocabulary) =>
        new(vocabulary.Id, vocabulary.Version + 1, [.. vocabulary.Primitives, draft.ToPrimitive()]);

    // 1xx: the text; 2xx: one action. What is wrong with a whole graph is no matter here.
    private static bool IsOfOneAction(Diagnostic d) => d.Severity == Severity.Error
        && (d.Code.StartsWith("VCR1", StringComparison.Ordinal) || d.Code.StartsWith("VCR2", StringComparison.Ordinal));

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Name();
}
