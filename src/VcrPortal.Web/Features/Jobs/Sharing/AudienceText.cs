using System.Globalization;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>Why it was not changed who sees a job and its trace, as one sentence that says what to do.</summary>
internal static class AudienceText
{
    public static string For(AudienceOutcome outcome) =>
        outcome is AudienceOutcome.Refused(var why) ? For(why) : "Only the person who launched this may change who sees it.";

    private static string For(AudienceRefusal why) => why switch
    {
        AudienceRefusal.TooFast => "You changed this often within ten minutes. Go on in a while.",
        AudienceRefusal.NoName => "Write the name of an account.",
        AudienceRefusal.NobodyOfThisName => "Nobody here has this name. Check it, or ask them to register first.",
        AudienceRefusal.Owner => "It is yours already.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"At most {ChangeAudience.MostGuests} people can be invited. Remove somebody first, or make it public."),
    };
}
