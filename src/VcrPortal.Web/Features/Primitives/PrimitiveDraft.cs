using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives;

/// <summary>One argument of a proposed primitive.</summary>
public sealed record DraftArgument(string Name, ArgumentKind Kind, bool Required, string Description)
{
    /// <summary>The argument as it is typed and shown: <c>actor | Entity | needed | what holds</c>.</summary>
    public override string ToString() => $"{Name} | {Kind} | {(Required ? "needed" : "optional")} | {Description}";
}

/// <summary>A primitive as somebody writes it, with all that is needed to judge it.</summary>
/// <param name="Kind">What its claims are about: those of a known kind are judged as their kin are.</param>
/// <param name="Output">The argument that names what rises or falls; null where nothing does.</param>
/// <param name="Examples">Actions in the text form that are this.</param>
/// <param name="CounterExamples">Actions in the text form that are not this.</param>
/// <param name="Signs">Words, with commas, by which such claims are known in the texts of today; the dry run looks for them.</param>
public sealed record PrimitiveDraft(
    string Name, PrimitiveCategory Category, string Definition, bool IsCausal, bool IsTerminal, ClaimKind Kind,
    ImmutableArray<DraftArgument> Arguments, string? Output, string Examples, string CounterExamples, string References, string Verifier,
    string Signs = "")
{
    private const string Direction = "direction";

    /// <summary>With <c>id</c> before its own arguments, and <c>via</c> and <c>confidence</c> after them, as all have.</summary>
    public ActionPrimitive ToPrimitive() => new(
        Name, Category, Definition, IsCausal, IsTerminal,
        [
            new("id", true, ArgumentKind.ActionId, "The action's name in this explanation: n1, n2"),
            .. Arguments.Select(a => new ArgumentDefinition(
                a.Name, a.Required, a.Kind, a.Description,
                a.Kind is ArgumentKind.Entity or ArgumentKind.EntityList ? EntityTypes.Any : EntityTypes.None)),
            .. from usual in UsualArguments where !Arguments.Any(a => a.Name == usual.Name) select usual,
        ])
    {
        Kind = Kind,
        Output = Output is null ? null
            : new(Output, Arguments.Any(a => a.Kind == ArgumentKind.Direction) ? OutputSign.ByDirection : OutputSign.Rises),
    };

    /// <summary>The primitive as a text says it: <c>sequesters(id, actor, target, direction, {via, confidence})</c>.</summary>
    public string Signature => SignatureOf(ToPrimitive());

    public static string SignatureOf(ActionPrimitive primitive)
    {
        var optional = primitive.Arguments.Where(a => !a.Required).Select(a => a.Name).ToList();
        var parts = primitive.Arguments.Where(a => a.Required).Select(a => a.Name)
            .Concat(optional.Count == 0 ? [] : [$"{{{string.Join(", ", optional)}}}"]);
        return $"{primitive.Name}({string.Join(", ", parts)})";
    }

    /// <summary>Whether claims have a direction: then the argument is called so, as in all others.</summary>
    internal bool HasWrongDirection => Arguments.Any(a => (a.Kind == ArgumentKind.Direction) != (a.Name == Direction));

    private static ImmutableArray<ArgumentDefinition> UsualArguments { get; } =
    [
        new("via", false, ArgumentKind.Mechanism, "How, in words, or the ids of the earlier actions that it rests on"),
        new("confidence", false, ArgumentKind.Text, "How sure the author is, in the author's words"),
    ];
}
