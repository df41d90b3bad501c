namespace VcrPortal.Web.Features.Moderation;

/// <summary>Flags in words.</summary>
public static class FlagText
{
    public static string For(FlagReason reason) => reason switch
    {
        FlagReason.PersonalData => "Personal data",
        FlagReason.Abuse => "Abuse of a person",
        FlagReason.Spam => "Advertising or spam",
        FlagReason.Copyright => "Somebody else's text",
        FlagReason.Harmful => "Could do harm",
        _ => "Something else",
    };

    public static string Hint(FlagReason reason) => reason switch
    {
        FlagReason.PersonalData => "It names a patient or a donor, or tells where somebody lives.",
        FlagReason.Abuse => "It insults or threatens somebody.",
        FlagReason.Spam => "It has nothing to do with the trace.",
        FlagReason.Copyright => "It is copied from where it may not be.",
        FlagReason.Harmful => "It tells people what to take, or how to do harm.",
        _ => "Say below what it is.",
    };

    public static string For(FlagState state) => state switch
    {
        FlagState.Upheld => "upheld",
        FlagState.Dismissed => "dismissed",
        _ => "open",
    };

    /// <summary>What it is, in a sentence: "a comment".</summary>
    public static string For(FlagKind kind) => kind switch
    {
        FlagKind.Trace => "trace",
        FlagKind.Comment => "comment",
        FlagKind.Suggestion => "suggestion",
        _ => "proposal",
    };
}
