using Microsoft.AspNetCore.Components;

namespace VcrPortal.Web.Ui;

internal static class SeeOtherRedirect
{
    /// <summary>
    /// After a form was taken: 303, so that reloading the next page never sends the form again. (The framework answers 302, which leaves
    /// that to the browser's habit; a redirect of an enhanced form is its own affair.)
    /// </summary>
    public static void SeeOther(this NavigationManager navigation, HttpContext request, string path)
    {
        request.Response.OnStarting(() =>
        {
            if (request.Response.StatusCode == StatusCodes.Status302Found) request.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        });
        navigation.NavigateTo(path);
    }
}
