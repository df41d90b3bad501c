namespace VcrPortal.Web.Access;

/// <summary>What can be done here; each verb class and each page names its own with <see cref="RequiresAttribute"/>.</summary>
public enum Operation
{
    ReadTrace, ReadJob, SearchNames, LaunchJob, LaunchBatch, StopJob, ChangeAudience, ReviseTrace, ExportTrace, ExportBatch, ImportTraces,
    ReadCollection, EditCollection, ReadTeam, EditTeam, JoinTeam,
    Comment, MarkPassage, EditComment, DeleteComment, ResolveThread, Vote, Watch, ReadInbox,
    ReadReviews, EnqueueReviews, ReserveReview, SubmitReview, AdjudicateReview, RetractReview, ReadAgreement,
    ReadPrimitives, ProposePrimitive, VoteOnProposal, CommentOnProposal, DecideProposal, DryRunProposal,
    SuggestRevision, DecideSuggestion,
    FlagContent, ReadFlags, DecideFlag,
    Register, SignIn, SignOut, RecoverAccount,
    ReadOwnAccount, ManageOwnPasskeys, ChangeOwnPassword, ChangeOwnEmail, MakeOwnRecoveryCodes, EndOwnSessions, LinkExternalIdentity,
    ChangeOwnSignature,
    DeleteOwnAccount, ReadPerson, BecomeAdmin,
    ListAccounts, ChangeRole, ChangeQuota, ReadHistory, ReadHealth, ReadKnowledge, ImportKnowledge, ReadModels, TestModel,
}
