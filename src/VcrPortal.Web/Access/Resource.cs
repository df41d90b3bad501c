namespace VcrPortal.Web.Access;

/// <summary>What the caller is to the thing that an operation is done to: its owner launched the job or wrote the comment; the members of
/// a team are invited to each other's things, and own those of their team.</summary>
public enum Relation { Stranger, Invited, Owner }

/// <summary>The thing that an operation is done to, as far as permission goes.</summary>
/// <param name="IsClosed">A job that is over, a trace that was withdrawn, a comment that was deleted.</param>
public readonly record struct Resource(Relation Relation = Relation.Stranger, bool IsPrivate = false, bool IsClosed = false)
{
    internal static Relation RelationOf(bool isOwner, bool isInvited) =>
        isOwner ? Relation.Owner : isInvited ? Relation.Invited : Relation.Stranger;
}
