using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Web.Access;

/// <summary>What can be done here; each verb class and each page names its own with <see cref="DoesAttribute"/>.</summary>
public enum Deed
{
    ReadTrace, ReadJob, SearchNames, LaunchJob, LaunchBatch, StopJob, ChangeAudience, ReviseTrace,
    ExportTrace, ExportBatch, Comment, EditComment, DeleteComment, ResolveThread, Vote, Watch, ReadInbox,
    Register, SignIn, SignOut, RecoverAccount, ReadOwnAccount, ManageOwnPasskeys, ChangeOwnPassword, ChangeOwnEmail, MakeOwnRecoveryCodes, EndOwnSessions, LinkExternalIdentity, DeleteOwnAccount, ReadPerson, BecomeAdmin, ListAccounts, ChangeRole, ChangeQuota, ReadHistory, ReadHealth, ReadKnowledge, ImportKnowledge,
}

/// <summary>What the caller is to the thing that a deed is done to: its owner launched the job or wrote the comment.</summary>
public enum Bond { Stranger, Invited, Owner }

/// <summary>The thing that a deed is done to, as far as permission goes.</summary>
/// <param name="IsClosed">A job that is over, a trace that was withdrawn, a comment that was deleted.</param>
public readonly record struct Thing(Bond Bond = Bond.Stranger, bool IsPrivate = false, bool IsClosed = false);

/// <summary>One way to be allowed.</summary>
/// <param name="Role">The least role.</param>
/// <param name="Bond">The least bond.</param>
/// <param name="EvenClosed">Also when the thing is closed.</param>
public sealed record Grant(PortalRole Role, Bond Bond = Bond.Stranger, bool EvenClosed = true);

/// <summary>What a site lets people without an account do; everything else in the table is the same everywhere.</summary>
/// <param name="VisitorsLaunch">By default on a developer's own machine only.</param>
/// <param name="MembersOnly">Visitors may do nothing but come in.</param>
public sealed record SitePolicy(bool VisitorsLaunch, bool MembersOnly = false);

/// <param name="Most">Deeds of one person in <see cref="Span"/>.</param>
public sealed record Pace(int Most, TimeSpan Span);

/// <summary>The one table of who may do what. Verbs ask it; pages ask it only to hide what would be refused. Printed in docs/permissions.md.</summary>
public static class Permissions
{
    /// <summary>A deed is allowed when one of its grants holds, and, whatever they say, never to strangers of a private thing.</summary>
    public static FrozenDictionary<Deed, ImmutableArray<Grant>> Table { get; } = new Dictionary<Deed, ImmutableArray<Grant>>
    {
        [Deed.ReadTrace] = [new(PortalRole.Reader)],
        [Deed.ReadJob] = [new(PortalRole.Reader)],
        [Deed.SearchNames] = [new(PortalRole.Reader)],
        [Deed.LaunchJob] = [new(PortalRole.Contributor)],
        [Deed.LaunchBatch] = [new(PortalRole.Contributor)],
        [Deed.StopJob] = [new(PortalRole.Reader, Bond.Owner, EvenClosed: false), new(PortalRole.Admin, EvenClosed: false)],
        [Deed.ChangeAudience] = [new(PortalRole.Contributor, Bond.Owner)],
        [Deed.ReviseTrace] = [new(PortalRole.Reviewer, EvenClosed: false)],
        [Deed.ExportTrace] = [new(PortalRole.Reader)],
        [Deed.ExportBatch] = [new(PortalRole.Reader)],
        [Deed.Comment] = [new(PortalRole.Contributor)],
        [Deed.EditComment] = [new(PortalRole.Contributor, Bond.Owner, EvenClosed: false), new(PortalRole.Editor, EvenClosed: false)],
        [Deed.DeleteComment] = [new(PortalRole.Contributor, Bond.Owner), new(PortalRole.Editor)],
        [Deed.ResolveThread] = [new(PortalRole.Contributor, Bond.Owner), new(PortalRole.Reviewer)],
        [Deed.Vote] = [new(PortalRole.Contributor)],
        [Deed.Watch] = [new(PortalRole.Contributor)],
        [Deed.ReadInbox] = [new(PortalRole.Contributor)],
        [Deed.Register] = [new(PortalRole.Reader)],
        [Deed.SignIn] = [new(PortalRole.Reader)],
        [Deed.SignOut] = [new(PortalRole.Reader)],
        [Deed.RecoverAccount] = [new(PortalRole.Reader)],
        [Deed.ReadOwnAccount] = [new(PortalRole.Contributor)],
        [Deed.ManageOwnPasskeys] = [new(PortalRole.Contributor)],
        [Deed.ChangeOwnPassword] = [new(PortalRole.Contributor)],
        [Deed.ChangeOwnEmail] = [new(PortalRole.Contributor)],
        [Deed.MakeOwnRecoveryCodes] = [new(PortalRole.Contributor)],
        [Deed.EndOwnSessions] = [new(PortalRole.Contributor)],
        [Deed.LinkExternalIdentity] = [new(PortalRole.Contributor)],
        [Deed.DeleteOwnAccount] = [new(PortalRole.Contributor)],
        [Deed.ReadPerson] = [new(PortalRole.Reader)],
        [Deed.BecomeAdmin] = [new(PortalRole.Contributor)],
        [Deed.ListAccounts] = [new(PortalRole.Admin)],
        [Deed.ChangeRole] = [new(PortalRole.Admin)],
        [Deed.ChangeQuota] = [new(PortalRole.Admin)],
        [Deed.ReadHistory] = [new(PortalRole.Admin)],
        [Deed.ReadHealth] = [new(PortalRole.Admin)],
        [Deed.ReadKnowledge] = [new(PortalRole.Admin)],
        [Deed.ImportKnowledge] = [new(PortalRole.Admin)],
    }.ToFrozenDictionary();

    /// <summary>How often one person may do what; what is not here has limits of its own or none.</summary>
    public static FrozenDictionary<Deed, Pace> Pace { get; } = new Dictionary<Deed, Pace>
    {
        [Deed.Comment] = new(20, TimeSpan.FromMinutes(10)),
        [Deed.EditComment] = new(60, TimeSpan.FromMinutes(10)),
        [Deed.ReviseTrace] = new(30, TimeSpan.FromMinutes(10)),
        [Deed.ResolveThread] = new(60, TimeSpan.FromMinutes(10)),
        [Deed.Vote] = new(300, TimeSpan.FromMinutes(10)),
        [Deed.ChangeAudience] = new(60, TimeSpan.FromMinutes(10)),
    }.ToFrozenDictionary();

    /// <summary>Whether a deed changes something, or lets something in or out, and so leaves a <c>HistoryEntry</c>; the rest is reading.</summary>
    public static bool IsWritten(Deed deed) => !deed.ToString().StartsWith("Read", StringComparison.Ordinal) && deed is not (Deed.SearchNames or Deed.ListAccounts);

    public static bool May(this Caller caller, Deed deed, Thing thing = default)
    {
        if (thing.IsPrivate && thing.Bond == Bond.Stranger) return false;
        foreach (var grant in Table[deed])
            if (caller.Role >= grant.Role && thing.Bond >= grant.Bond && (grant.EvenClosed || !thing.IsClosed)) return true;
        return false;
    }

    /// <summary>For launching, which a site may open to visitors.</summary>
    public static bool May(this Caller caller, Deed deed, SitePolicy site) => caller.May(deed) || site.Opens(deed);

    /// <summary>Whether there could be anything that the caller may do this to: asked before it is known what it is done to.</summary>
    public static bool MayEver(this Caller caller, Deed deed, SitePolicy site)
    {
        if (site.MembersOnly && !caller.IsSignedIn) return deed is Deed.SignIn or Deed.SignOut or Deed.Register or Deed.RecoverAccount;
        foreach (var grant in Table[deed])
            if (caller.Role >= grant.Role) return true;
        return site.Opens(deed);
    }

    private static bool Opens(this SitePolicy site, Deed deed) => site.VisitorsLaunch && deed is Deed.LaunchJob or Deed.LaunchBatch;
}

/// <summary>Names what a verb class, a page or an endpoint does; one without it fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DoesAttribute(Deed deed) : Attribute
{
    public Deed Deed => deed;
}
