using System.Collections.Frozen;

namespace VcrPortal.Web.Access;

/// <summary>The one table of who may do what. Verbs ask it; pages ask it only to hide what would be refused. Printed in
/// docs/permissions.md.</summary>
public static class Permissions
{
    /// <summary>An operation is allowed when one of its grants holds, and, whatever they say, never to strangers of a private thing.
    /// What is written leaves an entry in the history; the rest is reading.</summary>
    public static FrozenDictionary<Operation, OperationRule> Table { get; } = new Dictionary<Operation, OperationRule>
    {
        [Operation.ReadTrace] = Read(Any(PortalRole.Reader)),
        [Operation.ReadJob] = Read(Any(PortalRole.Reader)),
        [Operation.SearchNames] = Read(Any(PortalRole.Reader)),
        [Operation.LaunchJob] = Written(Any(PortalRole.Contributor)),
        [Operation.LaunchBatch] = Written(Any(PortalRole.Contributor)),
        [Operation.StopJob] = Written(Own(PortalRole.Reader, evenClosed: false), Any(PortalRole.Admin, evenClosed: false)),
        [Operation.ChangeAudience] = Written(Own(PortalRole.Contributor)) with { Limit = InTenMinutes(60) },
        [Operation.ReviseTrace] = Written(Any(PortalRole.Reviewer, evenClosed: false)) with { Limit = InTenMinutes(30) },
        [Operation.ExportTrace] = Written(Any(PortalRole.Reader)),
        [Operation.ExportBatch] = Written(Any(PortalRole.Reader)),
        [Operation.ImportTraces] = Written(Any(PortalRole.Editor)),
        [Operation.ReadCollection] = Read(Any(PortalRole.Reader)),
        [Operation.EditCollection] = Written(Own(PortalRole.Contributor)) with { Limit = InTenMinutes(300) },
        [Operation.ReadTeam] = Read(Any(PortalRole.Contributor)),
        [Operation.EditTeam] = Written(Own(PortalRole.Contributor)) with { Limit = InTenMinutes(60) },
        [Operation.JoinTeam] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(60) },
        [Operation.Comment] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(20) },
        [Operation.MarkPassage] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(120) },
        [Operation.EditComment] = Written(Own(PortalRole.Contributor, evenClosed: false), Any(PortalRole.Editor, evenClosed: false)) with
        {
            Limit = InTenMinutes(60),
        },
        [Operation.DeleteComment] = Written(Own(PortalRole.Contributor), Any(PortalRole.Editor)),
        [Operation.ResolveThread] = Written(Own(PortalRole.Contributor), Any(PortalRole.Reviewer)) with { Limit = InTenMinutes(60) },
        [Operation.Vote] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(300) },
        [Operation.Watch] = Written(Any(PortalRole.Contributor)),
        [Operation.ReadInbox] = Read(Any(PortalRole.Contributor)),
        [Operation.ReadReviews] = Read(Any(PortalRole.Reviewer)),
        [Operation.EnqueueReviews] = Written(Any(PortalRole.Editor)),
        [Operation.ReserveReview] = Written(Any(PortalRole.Reviewer)),
        [Operation.SubmitReview] = Written(Any(PortalRole.Reviewer)),
        [Operation.AdjudicateReview] = Written(Any(PortalRole.Reviewer)),
        [Operation.RetractReview] = Written(Any(PortalRole.Editor)),
        [Operation.ReadAgreement] = Read(Any(PortalRole.Reader)),
        [Operation.ReadPrimitives] = Read(Any(PortalRole.Reader)),
        [Operation.ProposePrimitive] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(20) },
        [Operation.VoteOnProposal] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(100) },
        [Operation.CommentOnProposal] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(20) },
        [Operation.DecideProposal] = Written(Any(PortalRole.Editor)),
        [Operation.DryRunProposal] = Read(Any(PortalRole.Reviewer)),
        [Operation.SuggestRevision] = Written(Any(PortalRole.Contributor, evenClosed: false)) with { Limit = InTenMinutes(30) },
        [Operation.DecideSuggestion] = Written(Any(PortalRole.Reviewer, evenClosed: false)),
        [Operation.FlagContent] = Written(Any(PortalRole.Contributor)) with { Limit = InTenMinutes(20) },
        [Operation.ReadFlags] = Read(Any(PortalRole.Editor)),
        [Operation.DecideFlag] = Written(Any(PortalRole.Editor)),
        [Operation.Register] = Written(Any(PortalRole.Reader)),
        [Operation.SignIn] = Written(Any(PortalRole.Reader)),
        [Operation.SignOut] = Written(Any(PortalRole.Reader)),
        [Operation.RecoverAccount] = Written(Any(PortalRole.Reader)),
        [Operation.ReadOwnAccount] = Read(Any(PortalRole.Contributor)),
        [Operation.ManageOwnPasskeys] = Written(Any(PortalRole.Contributor)),
        [Operation.ChangeOwnPassword] = Written(Any(PortalRole.Contributor)),
        [Operation.ChangeOwnEmail] = Written(Any(PortalRole.Contributor)),
        [Operation.MakeOwnRecoveryCodes] = Written(Any(PortalRole.Contributor)),
        [Operation.EndOwnSessions] = Written(Any(PortalRole.Contributor)),
        [Operation.LinkExternalIdentity] = Written(Any(PortalRole.Contributor)),
        [Operation.ChangeOwnSignature] = Written(Any(PortalRole.Contributor)),
        [Operation.DeleteOwnAccount] = Written(Any(PortalRole.Contributor)),
        [Operation.ReadPerson] = Read(Any(PortalRole.Reader)),
        [Operation.BecomeAdmin] = Written(Any(PortalRole.Contributor)),
        [Operation.ListAccounts] = Read(Any(PortalRole.Admin)),
        [Operation.ChangeRole] = Written(Any(PortalRole.Admin)),
        [Operation.ChangeQuota] = Written(Any(PortalRole.Admin)),
        [Operation.ReadHistory] = Read(Any(PortalRole.Admin)),
        [Operation.ReadHealth] = Read(Any(PortalRole.Admin)),
        [Operation.ReadKnowledge] = Read(Any(PortalRole.Admin)),
        [Operation.ImportKnowledge] = Written(Any(PortalRole.Admin)),
        [Operation.ReadModels] = Read(Any(PortalRole.Admin)),
        [Operation.TestModel] = Written(Any(PortalRole.Admin)),
    }.ToFrozenDictionary();

    public static bool May(this Caller caller, Operation operation, Resource thing = default)
    {
        if (thing.IsPrivate && thing.Relation == Relation.Stranger) return false;
        foreach (var grant in Table[operation].Grants)
            if (caller.Role >= grant.Role && thing.Relation >= grant.Relation && (grant.EvenClosed || !thing.IsClosed)) return true;
        return false;
    }

    /// <summary>For launching, which a site may open to visitors.</summary>
    public static bool May(this Caller caller, Operation operation, SitePolicy site) => caller.May(operation) || site.Opens(operation);

    /// <summary>Whether there could be anything that the caller may do this to: asked before it is known what it is done to.</summary>
    public static bool MayEver(this Caller caller, Operation operation, SitePolicy site)
    {
        if (site.MembersOnly && !caller.IsSignedIn)
            return operation is Operation.SignIn or Operation.SignOut or Operation.Register or Operation.RecoverAccount;
        foreach (var grant in Table[operation].Grants)
            if (caller.Role >= grant.Role) return true;
        return site.Opens(operation);
    }

    private static bool Opens(this SitePolicy site, Operation operation) =>
        site.VisitorsLaunch && operation is Operation.LaunchJob or Operation.LaunchBatch;

    private static OperationRule Read(params Grant[] grants) => new(false, [.. grants]);

    private static OperationRule Written(params Grant[] grants) => new(true, [.. grants]);

    private static Grant Any(PortalRole role, bool evenClosed = true) => new(role, Relation.Stranger, evenClosed);

    private static Grant Own(PortalRole role, bool evenClosed = true) => new(role, Relation.Owner, evenClosed);

    private static RateLimit InTenMinutes(int most) => new(most, TimeSpan.FromMinutes(10));
}
