using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diagnostics;

/// <summary>Where something stands in a text. <paramref name="Line"/> and <paramref name="Column"/> from 1, in UTF-16 characters; the
/// default is no place.</summary>
internal readonly record struct TextSpan(int Line, int Column, int Length);

/// <summary>A stable code with its severity and what it means to an author.</summary>
/// <param name="Code">Never reused, never renumbered: <c>VCR101</c>.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Meaning)
{
    internal Diagnostic Report(
        string message, TextSpan at = default, string? suggestion = null, NodeId? action = null, NodeId? edgeTarget = null) =>
        new(Code, Severity, message, at.Line, at.Column, at.Length, suggestion, action, edgeTarget);
}
