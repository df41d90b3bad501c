using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>Takes away what somebody who leaves wrote to moderators; their flags stay, under nobody's name.</summary>
internal static class ForgetFlagNotes
{
    /// <summary>In the caller's transaction.</summary>
    public static Task RunAsync(PortalDb db, string accountKey, CancellationToken ct) =>
        db.Flags.Where(f => f.FlaggerKey == accountKey && f.Note != null)
            .ExecuteUpdateAsync(s => s.SetProperty(f => f.Note, (string?)null), ct);
}
