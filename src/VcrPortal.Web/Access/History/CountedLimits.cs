using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access.History;

/// <summary>Says when somebody does too much of something.</summary>
public static class CountedLimits
{
    /// <summary>Whether the caller has done this as often as its <see cref="OperationRule.Limit"/> allows; counted from the history, so a
    /// restart forgets nothing.</summary>
    public static async Task<bool> IsTooFastAsync(this PortalDb db, Caller caller, Operation operation, DateTime now, CancellationToken ct)
    {
        if (Permissions.Table[operation].Limit is not { } limit) return false;
        var (name, since) = (operation.ToString(), now - limit.Span);
        return await db.History.CountAsync(h => h.ActorKey == caller.Key && h.Operation == name && h.At > since, ct) >= limit.Most;
    }
}
