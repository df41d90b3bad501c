using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of accounts: signing in and out, passwords, passkeys, other sites, profiles, the first administrator.
public partial class StatementTests
{
    private static readonly string HashValue = new PasswordHasher<Account>().HashPassword(new Account(), "other words");

    private static readonly (string, object?)[] Passkey =
        [("CredentialId", new byte[] { 1, 2, 3 }), ("PublicKey", new byte[] { 4 }), ("Transports", "[]"),
            ("AttestationObject", Array.Empty<byte>()), ("ClientDataJson", Array.Empty<byte>()), ("PasswordHash", HashValue),
            ("Role", "Contributor")];

    private static Caller Proved => Ana with { ProvedAt = TimeProvider.System.GetUtcNow() };

    private static Dictionary<Type, Run[]> AccountRuns => new()
    {
        [typeof(BecomeAdmin)] = [
            new(s => s.Get<BecomeAdmin>().RunAsync(new("k", PortalRole.Contributor), s.Get<AdminToken>().Text, default), ("", false),
            ("Role", "Contributor"))],
        [typeof(RegisterAccount)] =
            [new(s => s.Get<RegisterAccount>().RunAsync("ana", "ana@example.org", "a few easy words", default), ("FROM [Accounts]", null))],
        [typeof(SignIn)] = [
            new(s => s.Get<SignIn>().RunAsync("ana", "wrong words here", remember: false), ("PasswordHash", HashValue),
            ("LockoutEnabled", true), ("LockoutEnd", null), ("Role", "Contributor"))],
        [typeof(AddPasskey)] = [new(KeepPasskeyAsync, ("FROM [AccountPasskeys]", null), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(RenamePasskey)] = [new(s => s.Get<RenamePasskey>().RunAsync("AQID", "Laptop", Proved), Passkey)],
        [typeof(RemovePasskey)] = [new(s => s.Get<RemovePasskey>().RunAsync("AQID", Proved), Passkey)],
        [typeof(ReadOwnAccount)] = [new(s => s.Get<ReadOwnAccount>().RunAsync(Proved, default), Passkey)],
        [typeof(MakeRecoveryCodes)] = [new(s => s.Get<MakeRecoveryCodes>().RunAsync(Proved, default))],
        [typeof(RecoverAccount)] = [new(RecoverAsync, ("", 1), ("Role", "Contributor"), ("LockoutEnd", null))],
        [typeof(ChangeSignature)] =
            [new(s => s.Get<ChangeSignature>().RunAsync(ExportSignature.Name, Proved), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(ChangeEmail)] = [new(s => s.Get<ChangeEmail>().RunAsync("x@example.org", Proved), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(LinkIdentity)] = [new(KeepLoginAsync)],
        [typeof(UnlinkIdentity)] = [new(DropLoginAsync)],
        [typeof(DeleteAccount)] =
        [
            new(s => s.Get<DeleteAccount>().RunAsync(null, Contributions.Delete, new LeftCollections.Nobodys(), Proved, default),
                ("Id", "ana"), ("Role", "Contributor"),
                ("PasswordHash", null), ("FROM [AccountPasskeys]", null), ("", true)),
        ],
        [typeof(ReadPerson)] =
        [
            new(s => s.Get<ReadPerson>().RunAsync("ana", PersonTab.Traces, 2, Ana, default),
                ("Role", "Contributor"), ("State", "Published")),
            new(s => s.Get<ReadPerson>().RunAsync("ana", PersonTab.Comments, 2, Ana, default),
                ("Role", "Contributor"), ("State", "Published")),
        ],
        [typeof(AppointAdmin)] = [new(s => s.Get<AppointAdmin>().RunAsync(default), ("", false), ("Role", "Contributor"))],
        [typeof(Session)] = [new(SignInAsync)],
        [typeof(ChangePassword)] = [
            new(s => s.Get<ChangePassword>().RunAsync(null, "a few easy words", Proved), ("Id", "ana"), ("Role", "Contributor"),
            ("PasswordHash", null))],
        [typeof(EndedSessions)] =
        [
            new(s => s.Get<EndedSessions>().EndAsync("ana", "a session"), ("Id", "ana")),
            new(s => s.Get<EndedSessions>().IsEndedAsync("ana", "a session"))
        ],
        [typeof(SignOutEverywhere)] = [new(s => s.Get<SignOutEverywhere>().RunAsync(Proved), ("Id", "ana"), ("Role", "Contributor"))],
    };

    /// <summary>As <see cref="LinkIdentity"/> does once the other site has spoken; Identity writes the account with it, which these
    /// recorded connections cannot answer in one batch.</summary>
    private static async Task KeepLoginAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        db.UserLogins.Add(new IdentityUserLogin<string> { LoginProvider = "github", ProviderKey = "k", UserId = "ana" });
        await db.SaveChangesAsync();
    }

    private static async Task DropLoginAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        db.UserLogins.Remove(await db.UserLogins.SingleAsync(l => l.LoginProvider == "github" && l.ProviderKey == "k"));
        await db.SaveChangesAsync();
    }

    private static Task SignInAsync(Portal portal) =>
        portal.Get<Session>().OpenAsync(new Account { Id = "ana", UserName = "ana" }, remember: false, "password");

    /// <summary>As <see cref="AddPasskey"/> does once the browser's answer is read.</summary>
    private static async Task KeepPasskeyAsync(Portal portal)
    {
        var passkey = new UserPasskeyInfo([1, 2, 3], [4], TimeProvider.System.GetUtcNow(), 1, ["internal"], true, false, false, [5], [6]);
        var accounts = portal.Get<UserManager<Account>>();
        await accounts.AddOrUpdatePasskeyAsync((await accounts.FindByIdAsync("ana"))!, passkey);
    }

    private static Task RecoverAsync(Portal portal) =>
        portal.Get<RecoverAccount>().RunAsync("ana", RecoveryCode.Make(), "a few easy words", default);
}
