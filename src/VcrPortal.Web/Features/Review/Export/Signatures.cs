using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review.Export;

/// <summary>Who is named in files that leave: those who chose it, for as long as they have an account. All others have a key.</summary>
internal sealed class Signatures(FrozenDictionary<string, string> named)
{
    public static async Task<Signatures> ReadAsync(PortalDb db, CancellationToken ct) => new(
        (await db.Users.Where(a => a.SignsExportsWith == ExportSignature.Name).Select(a => new { a.Id, a.UserName }).ToListAsync(ct))
        .ToFrozenDictionary(a => a.Id, a => a.UserName!));

    public bool Names(string accountKey) => named.ContainsKey(accountKey);

    public string For(string accountKey) => named.GetValueOrDefault(accountKey) ?? ExportedWord.PersonOf(accountKey);
}
