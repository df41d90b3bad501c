using System.Globalization;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Features.Jobs.Usage;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>Why something was not launched, as one sentence.</summary>
internal static class LaunchText
{
    internal const string NotAllowed = "Launching needs an account on this portal. Register or sign in; what you typed is kept.";
    internal const string NotSaved = "Nothing was launched. What you typed is kept; try again in a while, or tell the administrator.";

    internal const string PrivateNeedsAccount = "A private job needs an account, so that it can be yours. Sign in; what you typed is kept.";
    internal const string SwitchedOff = "An administrator has switched launching off for this account. What you typed is kept.";

    internal const string OriginNotThere =
        "The job that you run again is not there any more, or not for you. Ask again to launch this on its own; what you typed is kept.";

    public static string? For(LaunchOutcome outcome) => outcome switch
    {
        LaunchOutcome.NotAllowed => NotAllowed,
        LaunchOutcome.PrivateNeedsAccount => PrivateNeedsAccount,
        LaunchOutcome.QuotaReached(0) => SwitchedOff,
        LaunchOutcome.QuotaReached(var limit) =>
            Say($"You have {limit} jobs waiting or running, the most for you. Launch again when one is over; what you typed is kept."),
        LaunchOutcome.QueueFull(var limit) =>
            Say($"The queue is full with {limit} jobs. Try again in a few minutes; what you typed is kept."),
        LaunchOutcome.OriginNotThere => OriginNotThere,
        LaunchOutcome.StageNotReached(var from) =>
            $"That job cannot be gone on with from {from}: what its earlier stages made is not whole. Choose an earlier stage.",
        LaunchOutcome.NoTokensLeft(var spent) => $"{Spent(spent)} Choose the built-in engine, or wait until then; what you typed is kept.",
        LaunchOutcome.NotSaved(var reason) => $"{reason} {NotSaved}",
        _ => null,
    };

    /// <summary>Without what to do about it, which depends on where it is said.</summary>
    internal static string Spent(TokensSpent spent) => Say(
        $"Language models have used {spent.Used:N0} tokens for you this month; {spent.Budget:N0} is the most until {spent.Until:d MMMM}.");

    /// <summary>Records are counted from 1, as a person counts.</summary>
    public static string For(RecordProblem problem) => problem switch
    {
        { Index: { } index, Field: { } field } => Say($"Record {index + 1}, {field}: {problem.Message}"),
        { Index: { } index } => Say($"Record {index + 1}: {problem.Message}"),
        _ => problem.Message,
    };

    internal static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
