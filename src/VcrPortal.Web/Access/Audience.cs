using System.Collections.Immutable;

namespace VcrPortal.Web.Access;

/// <summary>Who may see a job or a trace, read once for all who follow it live; each of them is then checked in memory.</summary>
/// <param name="Guests">Keys of those who were invited; empty for a public thing.</param>
public sealed record Audience(bool IsPrivate, string OwnerKey, ImmutableArray<string> Guests)
{
    public static Audience Everybody { get; } = new(false, "", []);

    internal bool Includes(Caller caller) =>
        caller.May(
            Operation.ReadTrace,
            new Resource(
            caller.Key == OwnerKey ? Relation.Owner : Guests.Contains(caller.Key) ? Relation.Invited : Relation.Stranger, IsPrivate));
}
