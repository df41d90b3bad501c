using System.Globalization;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>The counts of a trace as one sentence, each with what it is a count of.</summary>
internal static class TallyText
{
    public static string Describe(VerdictCounts of) =>
        string.Create(CultureInfo.InvariantCulture, $"{of.Claims} claims: {of.Direct} supported directly, ")
        + string.Create(CultureInfo.InvariantCulture, $"{of.Elsewhere} supported elsewhere, {of.Refuted} contradicted, ")
        + string.Create(CultureInfo.InvariantCulture, $"{of.Disputed} disputed, {of.Undetermined + of.Dependent} not decided, ")
        + string.Create(CultureInfo.InvariantCulture, $"{of.NotTestable} without a test, {of.SameSource} not independent.");
}
