using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>Chooses how what one said is signed in files that leave. What has left stays as it was.</summary>
[Requires(Operation.ChangeOwnSignature)]
public sealed class ChangeSignature(UserManager<Account> accounts, HistoryWriter history)
{
    public async Task<AccountChange> RunAsync(ExportSignature signature, Caller caller)
    {
        if (!caller.May(Operation.ChangeOwnSignature) || await accounts.FindByIdAsync(caller.Key) is not { } account) return
            new AccountChange.NotAllowed();
        if (!Enum.IsDefined(signature)) return new AccountChange.Refused("Choose one of the two.");
        if (account.SignsExportsWith == signature) return new AccountChange.Done();
        account.SignsExportsWith = signature;
        var saved = await history.WithAsync(
            account.Id, Operation.ChangeOwnSignature, signature == ExportSignature.Name ? "name" : "key",
            () => accounts.UpdateAsync(account));
        return saved.Succeeded ? new AccountChange.Done() : AccountChange.AtTheSameMoment;
    }
}
