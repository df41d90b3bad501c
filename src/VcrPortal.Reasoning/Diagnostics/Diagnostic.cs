using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diagnostics;

public enum Severity { Note, Warning, Error }

/// <summary>Something to tell the author: what is wrong, where, and what was expected.</summary>
/// <param name="Code">Stable, for machines: <c>VCR101</c>.</param>
/// <param name="Line">Counted from 1; 0 when the problem has no place in a text.</param>
/// <param name="Column">Counted from 1, in UTF-16 characters.</param>
/// <param name="Suggestion">What to write instead, where that is known.</param>
/// <param name="Action">The action or edge source it points to.</param>
/// <param name="EdgeTarget">With <paramref name="Action"/>: the edge it points to.</param>
public sealed record Diagnostic(
    string Code, Severity Severity, string Message, int Line = 0, int Column = 0, int Length = 0, string? Suggestion = null,
        NodeId? Action = null, NodeId? EdgeTarget = null);
