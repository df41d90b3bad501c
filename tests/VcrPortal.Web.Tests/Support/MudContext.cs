using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using MudBlazor.Services;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Draws components of MudBlazor, whose scripts do nothing here.</summary>
public abstract class MudContext : BunitContext, IAsyncLifetime
{
    private bool _hasLists;

    protected MudContext()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose; // MudBlazor calls script after every render
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    // MudBlazor's services can be disposed of asynchronously only.
    protected override void Dispose(bool disposing) { }

    /// <summary>A part of a page, as somebody sees it.</summary>
    private protected IRenderedComponent<T> RenderFor<T>(
        Caller caller, Action<ComponentParameterCollectionBuilder<T>>? parameters = null) where T : IComponent
    {
        if (!_hasLists) Render<MudPopoverProvider>(); // lists open in it
        _hasLists = true;
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, caller.Key), new(Caller.RoleClaim, caller.Role.ToString())], caller.IsSignedIn ? "test" : null);
        return Render<T>(p =>
        {
            p.AddCascadingValue(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity))));
            parameters?.Invoke(p);
        });
    }
}
