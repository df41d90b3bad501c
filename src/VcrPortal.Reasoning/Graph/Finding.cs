using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Graph;

/// <summary>A broken rule and the part of the graph that breaks it, so that a reader of text can add the place.</summary>
/// <param name="Action">The action's number in written order, <see cref="TheContext"/>, or <see cref="Nothing"/>.</param>
/// <param name="Argument">The argument of that action, or null.</param>
/// <param name="Edge">The edge's number as written, or <see cref="Nothing"/>.</param>
internal sealed record Finding(Diagnostic Diagnostic, int Action = Finding.Nothing, string? Argument = null, int Edge = Finding.Nothing)
{
    public const int Nothing = -1;
    public const int TheContext = -2;
}
