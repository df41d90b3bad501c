namespace VcrPortal.Web.Access;

/// <summary>One way to be allowed.</summary>
/// <param name="Role">The least role.</param>
/// <param name="Relation">The least relation.</param>
/// <param name="EvenClosed">Also when the thing is closed.</param>
public sealed record Grant(PortalRole Role, Relation Relation = Relation.Stranger, bool EvenClosed = true);
