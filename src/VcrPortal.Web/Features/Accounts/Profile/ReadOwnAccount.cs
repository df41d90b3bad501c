using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>One's own account, as its page shows it.</summary>
/// <param name="CodesLeft">Recovery codes that were not used yet.</param>
/// <param name="IsFresh">What decides who may sign in can be changed without a further proof.</param>
public sealed record OwnAccount(
    string Name, string? Email, PortalRole Role, DateTime CreatedAt, bool HasPassword, ImmutableArray<PasskeyView> Passkeys,
    ImmutableArray<ExternalIdentity> Identities, int CodesLeft, bool IsFresh,
    ExportSignature Signature = ExportSignature.Key);

/// <summary>The account of whoever asks.</summary>
[Requires(Operation.ReadOwnAccount)]
public sealed class ReadOwnAccount(UserManager<Account> accounts, IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <returns>Null for strangers, and for those whose account is gone.</returns>
    public async Task<OwnAccount?> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.IsSignedIn || await accounts.FindByIdAsync(caller.Key) is not { } account) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var codes = await db.RecoveryCodes.CountAsync(c => c.AccountKey == account.Id, ct);
        return new(account.UserName!, account.Email, account.Role, account.CreatedAt, account.PasswordHash is not null,
            PasskeyView.From(await accounts.GetPasskeysAsync(account)),
                [.. (await accounts.GetLoginsAsync(account))
                .Select(l => new ExternalIdentity(l.LoginProvider, l.ProviderKey, l.ProviderDisplayName, null))], codes,
                caller.IsFresh(clock), account.SignsExportsWith);
    }
}
