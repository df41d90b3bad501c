using System.Collections.Immutable;
using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>What becomes of what somebody said and voted: it stays under "deleted user", or it goes.</summary>
public enum Contributions { Keep, Delete }

/// <summary>What became of a wish to leave.</summary>
public enum DeleteAccountOutcome { Deleted, NotAllowed, WrongProof, LockedOut, NeedsProof, LastAdmin, NoSuchTeam }

/// <summary>
/// Deletes one's own account with all that is personal: name, address, password, passkeys, identities elsewhere, recovery codes, inbox,
/// drafts, memberships of teams, and the private jobs that nobody else was invited to; its collections as the person chose. What stays
/// elsewhere holds its random key, which then points to nobody. All sessions end.
/// </summary>
/// <param name="db">The one that Identity's store works on, so that it all happens or none of it.</param>
[Requires(Operation.DeleteOwnAccount)]
public sealed class DeleteAccount(
    UserManager<Account> accounts, PortalDb db, ProvePerson prove, Session session, DiscussionBell bell, TimeProvider clock)
{
    /// <param name="proof">Given with the wish itself. Only those who have neither password nor passkey give none, and need a fresh one
    /// from another site.</param>
    public async Task<DeleteAccountOutcome> RunAsync(
        Proof? proof, Contributions choice, LeftCollections collections, Caller caller, CancellationToken ct)
    {
        var gate = caller.GateTo(Operation.DeleteOwnAccount, clock);
        if (gate == Gate.NotAllowed || await accounts.FindByIdAsync(caller.Key) is not { } account) return DeleteAccountOutcome.NotAllowed;
        if (await RefusedAsync(proof, gate, account) is { } refused) return refused;
        var (outcome, traces) = await CutAsync(account, choice, collections, caller, ct);
        if (outcome != DeleteAccountOutcome.Deleted) return outcome;
        await session.EndAllAsync(account.Id);
        foreach (var trace in traces) bell.Ring(trace);
        return DeleteAccountOutcome.Deleted;
    }

    private async Task<DeleteAccountOutcome?> RefusedAsync(Proof? proof, Gate gate, Account account)
    {
        var hasProof = account.PasswordHash is not null || (await accounts.GetPasskeysAsync(account)).Count > 0;
        if (!hasProof) return gate == Gate.Open ? null : DeleteAccountOutcome.NeedsProof;
        return proof is null ? DeleteAccountOutcome.WrongProof : await prove.JudgeAsync(proof, account) switch
        {
            ProofOutcome.Proven => null,
            ProofOutcome.LockedOut => DeleteAccountOutcome.LockedOut,
            _ => DeleteAccountOutcome.WrongProof,
        };
    }

    /// <returns>With the traces whose discussions have changed. Where it is not deleted, nothing was done.</returns>
    private async Task<(DeleteAccountOutcome Outcome, ImmutableArray<int> Traces)> CutAsync(
        Account account, Contributions choice, LeftCollections collections, Caller caller, CancellationToken ct)
    {
        // Serializable: of two administrators who leave at the same moment, one must see that the other has gone.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        // Passkeys, identities, recovery codes and Identity's own rows go with it, by their foreign keys.
        var gone = await db.Users.Where(
            a => a.Id == account.Id && (a.Role != PortalRole.Admin || db.Users.Any(b => b.Role == PortalRole.Admin && b.Id != account.Id)))
            .ExecuteDeleteAsync(ct);
        if (gone == 0) return (DeleteAccountOutcome.LastAdmin, []);
        if (!await SettleCollections.RunAsync(db, account.Id, collections, ct)) return (DeleteAccountOutcome.NoSuchTeam, []);
        var now = clock.GetUtcNow().UtcDateTime;
        ImmutableArray<int> traces = choice == Contributions.Keep ? [] :
            [.. await DeleteCommentsOf.RunAsync(db, account.Id, now, ct), .. await WithdrawVotesOf.RunAsync(db, account.Id, ct),
                .. await WithdrawMarksOf.RunAsync(db, account.Id, ct)];
        if (choice == Contributions.Delete)
        {
            await WithdrawSuggestionsOf.RunAsync(db, account.Id, now, ct);
            await DeleteProposalCommentsOf.RunAsync(db, account.Id, ct);
        }
        await ForgetFlagNotes.RunAsync(db, account.Id, ct);
        await ForgetReviewDrafts.RunAsync(db, account.Id, ct);
        await DeleteCommentsOf.ForgetDraftsAsync(db, account.Id, ct);
        await ForgetInbox.RunAsync(db, account.Id, ct);
        await DeletePrivateJobsOf.RunAsync(db, account.Id, ct);
        await DeletePrivateBatchesOf.RunAsync(db, account.Id, ct);
        await LeaveTeams.RunAsync(db, account.Id, ct);
        await db.Guests.Where(g => g.AccountKey == account.Id).ExecuteDeleteAsync(ct);
        db.ChangeTracker.Clear(); // of rows that are gone
        var detail = choice == Contributions.Keep ? "texts kept" : "texts deleted";
        HistoryWriter.Add(db, caller, Operation.DeleteOwnAccount, HistorySubject.Account(account.Id), now, detail);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (DeleteAccountOutcome.Deleted, [.. traces.Distinct()]);
    }
}
