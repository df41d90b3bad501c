namespace VcrPortal.Web.Access;

/// <summary>What a site lets people without an account do; everything else in the table is the same everywhere.</summary>
/// <param name="VisitorsLaunch">True by default on a developer's own machine only.</param>
/// <param name="MembersOnly">Visitors may do nothing but come in.</param>
public sealed record SitePolicy(bool VisitorsLaunch, bool MembersOnly = false);
