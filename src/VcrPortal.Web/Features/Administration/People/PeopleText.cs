using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Administration.People;

/// <summary>Why a change to an account was refused, as a sentence; null where it was done.</summary>
internal static class PeopleText
{
    public static string? For(ChangeRoleOutcome outcome, string name, PortalRole role) => outcome switch
    {
        ChangeRoleOutcome.Changed => null,
        ChangeRoleOutcome.LastAdmin => $"{name} is the only administrator. Make somebody else one first.",
        ChangeRoleOutcome.Conflict =>
            $"{name} was not made {role}: somebody else has changed the role since you looked. The table shows what holds now.",
        ChangeRoleOutcome.NotFound => $"{name} has no account any more.",
        _ => $"The role of {name} was not changed: this account may not do it.",
    };

    public static string? For(ChangeQuotaOutcome outcome, string name) => outcome switch
    {
        ChangeQuotaOutcome.Changed => null,
        ChangeQuotaOutcome.OutOfBounds => $"Jobs at once: write a number from 0 to {ChangeQuota.Most}, or leave it empty for the default.",
        ChangeQuotaOutcome.Conflict =>
            $"The quota of {name} was not changed: somebody else has set it since you looked. The table shows what holds now.",
        ChangeQuotaOutcome.NotFound => $"{name} has no account any more.",
        _ => $"The quota of {name} was not changed: this account may not do it.",
    };
}
