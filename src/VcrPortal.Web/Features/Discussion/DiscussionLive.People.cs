namespace VcrPortal.Web.Features.Discussion;

/// <summary>Where everybody is, and whom this person follows.</summary>
public sealed partial class DiscussionLive
{
    private string? _followed;
    private string _led = "";
    private string _at = "";
    private bool _isShown;

    /// <summary>The page says which claim is looked at, and whether others may know: what was chosen last on this machine.</summary>
    /// <param name="about">The text of a subject.</param>
    /// <param name="isOwn">They went there themselves: that ends following somebody.</param>
    private void Stand(string about, bool isShown, bool isOwn)
    {
        (_at, _isShown) = (about, isShown);
        if (isOwn && _followed is not null)
        {
            _followed = null;
            StateHasChanged();
        }
        Follow.Move(Trace, Caller, isShown ? about : null);
    }

    private async Task ShowMeAsync(bool isShown)
    {
        Stand(_at, isShown, isOwn: false);
        if (_script is not null) await _script.KeepShownAsync(isShown, Gone);
    }

    private Task FollowPersonAsync(string? account)
    {
        (_followed, _led) = (account, "");
        StateHasChanged(); // the event is the list's, not ours
        return LeadAsync();
    }

    /// <summary>To where the one who is followed has gone since.</summary>
    private async Task LeadAsync()
    {
        if (_script is null || Latest?.Here.FirstOrDefault(p => p.AccountKey == _followed) is not { } leader) return;
        if (leader.About == _led || leader.About.Length == 0) return;
        _led = leader.About;
        await _script.GoAsync(leader.About, Gone);
    }
}
