using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Pipeline;

/// <summary>Errors of an explanation that is sound and answers another question. Their codes, 5xx, stand after those of the format, which
/// knows no question.</summary>
public static class QuestionDiagnostics
{
    private const string Cell = "VCR501", Cause = "VCR502";

    public static bool IsOtherQuestion(Diagnostic diagnostic) => diagnostic.Code is Cell or Cause;

    internal static Diagnostic OtherCell(string named, string asked, NodeId? context) => For(Cell, named, asked, context);

    internal static Diagnostic OtherCause(string named, string asked, NodeId? action) => For(Cause, named, asked, action);

    private static Diagnostic For(string code, string named, string asked, NodeId? at) =>
        new(code, Severity.Error, $"The model answered about {Short(named)}, not about {Short(asked)}.", Action: at);

    private static string Short(string name) => name.Length > 60 ? name[..59] + "\u2026" : name;
}
