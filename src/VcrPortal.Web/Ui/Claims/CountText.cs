using System.Globalization;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>The counts of a trace as one sentence, each with what it is a count of.</summary>
internal static class CountText
{
    /// <summary>What is said of a trace without one claim that independent data judges.</summary>
    public const string NothingChecked = "Nothing of this was checked by independent data.";

    /// <summary>How sure a trace is, in one sentence that names no zero but that of support.</summary>
    public static string Sure(VerdictCounts of)
    {
        if (of.Claims == 0) return "No claim was made.";
        if (of.Supported + of.Refuted + of.Disputed == 0) return NothingChecked;
        var direct = of.Direct > 0 ? Counted(of.Direct, " for this compound or in this cell") : "";
        var against = (of.Refuted > 0 ? Counted(of.Refuted, " contradicted") : "")
            + (of.Disputed > 0 ? Counted(of.Disputed, " disputed") : "");
        return string.Create(
            CultureInfo.InvariantCulture, $"{of.Supported} of {of.Claims} claims independently supported{direct}{against}.");
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $", {count}{what}");

    public static string Describe(VerdictCounts of) =>
        string.Create(CultureInfo.InvariantCulture, $"{of.Claims} claims: {of.Direct} supported directly, ")
        + string.Create(CultureInfo.InvariantCulture, $"{of.Elsewhere} supported elsewhere, {of.Refuted} contradicted, ")
        + string.Create(CultureInfo.InvariantCulture, $"{of.Disputed} disputed, {of.Undetermined + of.Dependent} not decided, ")
        + string.Create(CultureInfo.InvariantCulture, $"{of.NotTestable} without a test, {of.SameSource} not independent.");
}
