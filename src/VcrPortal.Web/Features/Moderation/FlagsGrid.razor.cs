using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>The queue of flags. Each decision carries what its moderator saw, so that of two who decide at once both hear of it.</summary>
public sealed partial class FlagsGrid
{
    private static readonly (FlagState? State, string Word)[] States =
        [(FlagState.Open, "Open"), (FlagState.Upheld, "Upheld"), (FlagState.Dismissed, "Dismissed"), (null, "All")];

    private MudDataGrid<FlagItem>? _grid;
    private bool _isLoaded;
    private FlagState? _state = FlagState.Open;
    private string? _refusal, _done;

    [Inject] private ListFlags Flags { get; set; } = null!;
    [Inject] private DecideFlag Decide { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private async Task<GridData<FlagItem>> LoadAsync(GridState<FlagItem> state, CancellationToken ct)
    {
        var query = new FlagQuery(_state, _state != FlagState.Open, state.Page + 1, state.PageSize);
        _isLoaded = true;
        return await Flags.RunAsync(query, await CallerAsync(), ct) is { } found
            ? new() { Items = found.Items, TotalItems = found.Total }
            : new() { Items = [], TotalItems = 0 };
    }

    private async Task ShowAsync(FlagState? state)
    {
        (_state, _refusal, _done) = (state, null, null);
        await _grid!.ReloadServerData();
    }

    private async Task DecideAsync(FlagDecision decision)
    {
        var outcome = await Decide.RunAsync(decision, await CallerAsync(), CancellationToken.None);
        _refusal = outcome switch
        {
            FlagOutcome.Decided => null,
            FlagOutcome.Invalid(var reason) => reason,
            _ => "You can not decide on it.",
        };
        _done = outcome is FlagOutcome.Decided(var state)
            ? string.Create(CultureInfo.InvariantCulture, $"Flag {decision.Flag} is {FlagText.For(state)} now.") : null;
        // What was typed beside a flag that is refused stays.
        if (_refusal is null) await _grid!.ReloadServerData();
    }

    private static string NameOf(FlagItem flag) => flag.Kind == FlagKind.Trace ? PortalUrls.Accession(flag.Target)
        : flag.Trace is { } trace ? string.Create(CultureInfo.InvariantCulture, $"{flag.Target} on {PortalUrls.Accession(trace)}")
        : flag.Target.ToString(CultureInfo.InvariantCulture);

    private static string AddressOf(FlagItem flag) => (flag.Kind, flag.Trace) switch
    {
        (FlagKind.Comment, { } trace) => PortalUrls.Comment(trace, flag.Target),
        (FlagKind.Suggestion, { } trace) => PortalUrls.Suggestion(trace, flag.Target),
        (_, { } trace) => PortalUrls.Trace(trace),
        _ => PortalUrls.Proposal(flag.Target),
    };

    private async Task<Caller> CallerAsync() => Caller.From((await Identity).User);
}
