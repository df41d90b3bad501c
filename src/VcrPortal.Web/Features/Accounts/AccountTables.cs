using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.Recovery;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>The rows of accounts, besides those that Identity has.</summary>
public static class AccountTables
{
    extension(PortalDb db)
    {
        public DbSet<RecoveryCodeRow> RecoveryCodes => db.Set<RecoveryCodeRow>();
    }
}
