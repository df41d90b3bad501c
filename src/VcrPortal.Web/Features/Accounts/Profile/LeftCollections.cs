namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>What becomes of the collections of somebody who goes, and of their teams that end with them.</summary>
public abstract record LeftCollections
{
    private LeftCollections() { }

    /// <summary>The public ones stay under "deleted user"; the private ones, which nobody could open, go.</summary>
    public sealed record Nobodys : LeftCollections;

    public sealed record Deleted : LeftCollections;

    /// <param name="Key">The key of a team that the person is in and that goes on without them.</param>
    public sealed record OfTeam(string Key) : LeftCollections;

    private const string TeamPrefix = "team ";

    /// <summary>The choice as it stands in a form.</summary>
    public string Text => this switch
    {
        Deleted => "delete",
        OfTeam team => TeamPrefix + team.Key,
        _ => "leave",
    };

    public static LeftCollections Read(string? text) => text switch
    {
        "delete" => new Deleted(),
        not null when text.StartsWith(TeamPrefix, StringComparison.Ordinal) => new OfTeam(text[TeamPrefix.Length..]),
        _ => new Nobodys(),
    };
}
