using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>Shows the owner of a private job the links to it, and makes and revokes them.</summary>
public sealed partial class ShareLinksPart
{
    private static readonly (string Days, string Word)[] Spans =
        [("1", "in a day"), ("7", "in a week"), ("30", "in a month"), ("365", "in a year"), ("", "never")];

    private ImmutableArray<ShareLink> _links = [];
    private string? _refusal, _address;

    [Inject] private ShareByLink Links { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired] public int Job { get; set; }
    /// <summary>The page it stands on; its forms are sent there.</summary>
    [Parameter, EditorRequired] public string Here { get; set; } = "";
    [SupplyParameterFromForm(FormName = "make-link")] private string? LinkDays { get; set; }
    [SupplyParameterFromForm(FormName = "make-link")] private string? LinkKey { get; set; }
    [SupplyParameterFromForm(FormName = "revoke-link")] private string? Revoked { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _links = await Links.ListAsync(Job, Caller, Request.RequestAborted);

    // The answer holds the address, which must not stand in a redirect: a reload asks whether to send the form again, and its key makes
    // that no second link.
    private async Task MakeAsync()
    {
        int? days = string.IsNullOrEmpty(LinkDays) ? null
            : int.TryParse(LinkDays, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        switch (await Links.MakeAsync(Job, days, LinkKey ?? "", Caller, Request.RequestAborted))
        {
            case LinkOutcome.Made({ } token): _address = Navigation.ToAbsoluteUri(PortalUrls.Shared(token)).AbsoluteUri; break;
            case LinkOutcome.Made:
                _refusal = "This link was made already, and its address is not shown again. Revoke it and make another.";
                break;
            case LinkOutcome.Refused(var reason): _refusal = reason; break;
            default: _refusal = AudienceText.For(new AudienceOutcome.NotAllowed()); break;
        }
        await ReadAsync();
    }

    private async Task RevokeAsync()
    {
        var id = Guid.TryParse(Revoked, out var given) ? given : Guid.Empty;
        if (await Links.RevokeAsync(Job, id, Caller, Request.RequestAborted) is LinkOutcome.Revoked)
            Navigation.SeeOther(Request, Here + "#links");
        else _refusal = AudienceText.For(new AudienceOutcome.NotAllowed());
    }

    private static string Day(DateTime utc) => utc.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
