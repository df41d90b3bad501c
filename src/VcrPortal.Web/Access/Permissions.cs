using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Web.Access;

/// <summary>What can be done here; each verb class and each page names its own with <see cref="RequiresAttribute"/>.</summary>
public enum Operation
{
    ReadTrace, ReadJob, SearchNames, LaunchJob, LaunchBatch, StopJob, ChangeAudience, ReviseTrace,
    ExportTrace, ExportBatch, Comment, EditComment, DeleteComment, ResolveThread, Vote, Watch, ReadInbox,
    Register, SignIn, SignOut, RecoverAccount, ReadOwnAccount, ManageOwnPasskeys, ChangeOwnPassword, ChangeOwnEmail, MakeOwnRecoveryCodes,
    EndOwnSessions, LinkExternalIdentity, DeleteOwnAccount, ReadPerson, BecomeAdmin, ListAccounts, ChangeRole, ChangeQuota, ReadHistory,
    ReadHealth, ReadKnowledge, ImportKnowledge,
}

/// <summary>What the caller is to the thing that a operation is done to: its owner launched the job or wrote the comment.</summary>
public enum Relation { Stranger, Invited, Owner }

/// <summary>The thing that a operation is done to, as far as permission goes.</summary>
/// <param name="IsClosed">A job that is over, a trace that was withdrawn, a comment that was deleted.</param>
public readonly record struct Resource(Relation Relation = Relation.Stranger, bool IsPrivate = false, bool IsClosed = false);

/// <summary>One way to be allowed.</summary>
/// <param name="Role">The least role.</param>
/// <param name="Relation">The least relation.</param>
/// <param name="EvenClosed">Also when the thing is closed.</param>
public sealed record Grant(PortalRole Role, Relation Relation = Relation.Stranger, bool EvenClosed = true);

/// <summary>What a site lets people without an account do; everything else in the table is the same everywhere.</summary>
/// <param name="VisitorsLaunch">By default on a developer's own machine only.</param>
/// <param name="MembersOnly">Visitors may do nothing but come in.</param>
public sealed record SitePolicy(bool VisitorsLaunch, bool MembersOnly = false);

/// <param name="Most">Operations of one person in <see cref="Span"/>.</param>
public sealed record RateLimit(int Most, TimeSpan Span);

/// <summary>The one table of who may do what. Verbs ask it; pages ask it only to hide what would be refused. Printed in
/// docs/permissions.md.</summary>
public static class Permissions
{
    /// <summary>A operation is allowed when one of its grants holds, and, whatever they say, never to strangers of a private
    /// thing.</summary>
    public static FrozenDictionary<Operation, ImmutableArray<Grant>> Table { get; } = new Dictionary<Operation, ImmutableArray<Grant>>
    {
        [Operation.ReadTrace] = [new(PortalRole.Reader)],
        [Operation.ReadJob] = [new(PortalRole.Reader)],
        [Operation.SearchNames] = [new(PortalRole.Reader)],
        [Operation.LaunchJob] = [new(PortalRole.Contributor)],
        [Operation.LaunchBatch] = [new(PortalRole.Contributor)],
        [Operation.StopJob] = [new(PortalRole.Reader, Relation.Owner, EvenClosed: false), new(PortalRole.Admin, EvenClosed: false)],
        [Operation.ChangeAudience] = [new(PortalRole.Contributor, Relation.Owner)],
        [Operation.ReviseTrace] = [new(PortalRole.Reviewer, EvenClosed: false)],
        [Operation.ExportTrace] = [new(PortalRole.Reader)],
        [Operation.ExportBatch] = [new(PortalRole.Reader)],
        [Operation.Comment] = [new(PortalRole.Contributor)],
        [Operation.EditComment] =
            [new(PortalRole.Contributor, Relation.Owner, EvenClosed: false), new(PortalRole.Editor, EvenClosed: false)],
        [Operation.DeleteComment] = [new(PortalRole.Contributor, Relation.Owner), new(PortalRole.Editor)],
        [Operation.ResolveThread] = [new(PortalRole.Contributor, Relation.Owner), new(PortalRole.Reviewer)],
        [Operation.Vote] = [new(PortalRole.Contributor)],
        [Operation.Watch] = [new(PortalRole.Contributor)],
        [Operation.ReadInbox] = [new(PortalRole.Contributor)],
        [Operation.Register] = [new(PortalRole.Reader)],
        [Operation.SignIn] = [new(PortalRole.Reader)],
        [Operation.SignOut] = [new(PortalRole.Reader)],
        [Operation.RecoverAccount] = [new(PortalRole.Reader)],
        [Operation.ReadOwnAccount] = [new(PortalRole.Contributor)],
        [Operation.ManageOwnPasskeys] = [new(PortalRole.Contributor)],
        [Operation.ChangeOwnPassword] = [new(PortalRole.Contributor)],
        [Operation.ChangeOwnEmail] = [new(PortalRole.Contributor)],
        [Operation.MakeOwnRecoveryCodes] = [new(PortalRole.Contributor)],
        [Operation.EndOwnSessions] = [new(PortalRole.Contributor)],
        [Operation.LinkExternalIdentity] = [new(PortalRole.Contributor)],
        [Operation.DeleteOwnAccount] = [new(PortalRole.Contributor)],
        [Operation.ReadPerson] = [new(PortalRole.Reader)],
        [Operation.BecomeAdmin] = [new(PortalRole.Contributor)],
        [Operation.ListAccounts] = [new(PortalRole.Admin)],
        [Operation.ChangeRole] = [new(PortalRole.Admin)],
        [Operation.ChangeQuota] = [new(PortalRole.Admin)],
        [Operation.ReadHistory] = [new(PortalRole.Admin)],
        [Operation.ReadHealth] = [new(PortalRole.Admin)],
        [Operation.ReadKnowledge] = [new(PortalRole.Admin)],
        [Operation.ImportKnowledge] = [new(PortalRole.Admin)],
    }.ToFrozenDictionary();

    /// <summary>How often one person may do what; what is not here has limits of its own or none.</summary>
    public static FrozenDictionary<Operation, RateLimit> RateLimits { get; } = new Dictionary<Operation, RateLimit>
    {
        [Operation.Comment] = new(20, TimeSpan.FromMinutes(10)),
        [Operation.EditComment] = new(60, TimeSpan.FromMinutes(10)),
        [Operation.ReviseTrace] = new(30, TimeSpan.FromMinutes(10)),
        [Operation.ResolveThread] = new(60, TimeSpan.FromMinutes(10)),
        [Operation.Vote] = new(300, TimeSpan.FromMinutes(10)),
        [Operation.ChangeAudience] = new(60, TimeSpan.FromMinutes(10)),
    }.ToFrozenDictionary();

    /// <summary>Whether a operation changes something, or lets something in or out, and so leaves a <c>HistoryEntry</c>; the rest is
    /// reading.</summary>
    public static bool IsWritten(Operation operation) =>
        !operation.ToString().StartsWith("Read", StringComparison.Ordinal)
            && operation is not (Operation.SearchNames or Operation.ListAccounts);

    public static bool May(this Caller caller, Operation operation, Resource thing = default)
    {
        if (thing.IsPrivate && thing.Relation == Relation.Stranger) return false;
        foreach (var grant in Table[operation])
            if (caller.Role >= grant.Role && thing.Relation >= grant.Relation && (grant.EvenClosed || !thing.IsClosed)) return true;
        return false;
    }

    /// <summary>For launching, which a site may open to visitors.</summary>
    public static bool May(this Caller caller, Operation operation, SitePolicy site) => caller.May(operation) || site.Opens(operation);

    /// <summary>Whether there could be anything that the caller may do this to: asked before it is known what it is done to.</summary>
    public static bool MayEver(this Caller caller, Operation operation, SitePolicy site)
    {
        if (site.MembersOnly && !caller.IsSignedIn) return operation is Operation.SignIn or Operation.SignOut or Operation.Register
            or Operation.RecoverAccount;
        foreach (var grant in Table[operation])
            if (caller.Role >= grant.Role) return true;
        return site.Opens(operation);
    }

    private static bool Opens(this SitePolicy site, Operation operation) =>
        site.VisitorsLaunch && operation is Operation.LaunchJob or Operation.LaunchBatch;
}

/// <summary>Names what a verb class, a page or an endpoint does; one without it fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Operation operation) : Attribute
{
    public Operation Operation => operation;
}
