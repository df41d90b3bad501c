using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Features.Revisions.Edit;

/// <summary>Whether a text can be shown on a board with nothing lost: a claim that can not be read, or an id that stands twice, would
/// be.</summary>
internal static class WholeText
{
    public static bool Is(ReadResult read) => !read.Diagnostics.Any(problem => problem.Severity == Severity.Error
        && (problem.Code.StartsWith("VCR1", StringComparison.Ordinal) || problem.Code == DiagnosticRules.DuplicateId.Code));
}
