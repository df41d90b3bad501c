using System.Collections.Frozen;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>What can be done here; one for each verb class.</summary>
public enum Deed { LaunchJob, LaunchBatch, StopOwnJob, StopAnyJob, Comment, DeleteOwnComment, DeleteAnyComment, Vote, ChangeRole, ManageOwnPasskeys, ChangeOwnPassword, ChangeOwnEmail, MakeOwnRecoveryCodes, EndOwnSessions, LinkExternalIdentity }

/// <summary>What a site lets people without an account do; everything else in the table is the same everywhere.</summary>
/// <param name="VisitorsLaunch">By default on a developer's own machine only.</param>
public sealed record SitePolicy(bool VisitorsLaunch);

/// <summary>The one table of who may do what. Verbs ask it; pages ask it only to hide what would be refused.</summary>
public static class Permissions
{
    /// <summary>The least role that may do a deed.</summary>
    public static FrozenDictionary<Deed, PortalRole> Least { get; } = new Dictionary<Deed, PortalRole>
    {
        [Deed.LaunchJob] = PortalRole.Contributor,
        [Deed.LaunchBatch] = PortalRole.Contributor,
        [Deed.StopOwnJob] = PortalRole.Reader,
        [Deed.StopAnyJob] = PortalRole.Admin,
        [Deed.Comment] = PortalRole.Contributor,
        [Deed.DeleteOwnComment] = PortalRole.Contributor,
        [Deed.DeleteAnyComment] = PortalRole.Editor,
        [Deed.Vote] = PortalRole.Contributor,
        [Deed.ChangeRole] = PortalRole.Admin,
        [Deed.ManageOwnPasskeys] = PortalRole.Contributor,
        [Deed.ChangeOwnPassword] = PortalRole.Contributor,
        [Deed.ChangeOwnEmail] = PortalRole.Contributor,
        [Deed.MakeOwnRecoveryCodes] = PortalRole.Contributor,
        [Deed.EndOwnSessions] = PortalRole.Contributor,
        [Deed.LinkExternalIdentity] = PortalRole.Contributor,
    }.ToFrozenDictionary();

    /// <summary>For deeds on which a site has no say.</summary>
    public static bool May(this Caller caller, Deed deed) => caller.Role >= Least[deed];

    /// <summary>For launching, which a site may open to visitors.</summary>
    public static bool May(this Caller caller, Deed deed, SitePolicy site) =>
        caller.May(deed) || (site.VisitorsLaunch && deed is Deed.LaunchJob or Deed.LaunchBatch);
}
