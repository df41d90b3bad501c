namespace VcrPortal.Web.Ui.Claims;

/// <summary>What becomes of a claim when others are assumed false. KeepsAnotherPath is said of conclusions only.</summary>
public enum ClaimStanding { AsBefore, KeepsAnotherPath, Falls, AssumedFalse }

/// <summary>The words of a standing, and its look.</summary>
public static class ClaimStandings
{
    /// <summary>Empty for a claim that stands as before.</summary>
    public static string Word(this ClaimStanding standing) => standing switch
    {
        ClaimStanding.AssumedFalse => "assumed false",
        ClaimStanding.Falls => "loses all support",
        ClaimStanding.KeepsAnotherPath => "keeps another path",
        _ => "",
    };

    public static string? CssClass(this ClaimStanding standing) => standing switch
    {
        ClaimStanding.AssumedFalse => "is-out",
        ClaimStanding.Falls => "is-fallen",
        ClaimStanding.KeepsAnotherPath => "is-kept",
        _ => null,
    };

    /// <summary>It does not stand any more.</summary>
    public static bool IsGone(this ClaimStanding standing) => standing is ClaimStanding.Falls or ClaimStanding.AssumedFalse;
}
