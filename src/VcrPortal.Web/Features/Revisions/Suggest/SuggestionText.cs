namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>Suggestions in words.</summary>
internal static class SuggestionText
{
    public static string For(SuggestionState state) => state switch
    {
        SuggestionState.Open => "open",
        SuggestionState.Accepted => "accepted",
        SuggestionState.AcceptedInPart => "accepted in part",
        SuggestionState.Rejected => "rejected",
        SuggestionState.Superseded => "superseded",
        _ => "withdrawn",
    };
}
