using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>
/// The subjects as options of a list, written once for all who see them. A trace has about a hundred: drawn one by one, each open page
/// would
/// hold all of them on the server and compare them anew at each comment.
/// </summary>
internal static class SubjectMarkup
{
    private static readonly ConditionalWeakTable<SubjectOption[], string> s_written = [];

    /// <param name="chosen">For a page without a circuit; with one, the list's own value says it.</param>
    public static MarkupString Options(ImmutableArray<SubjectOption> subjects, Subject? chosen) =>
        new(chosen is null ? s_written.GetValue(ImmutableCollectionsMarshal.AsArray(subjects)!, all => Write(all, null))
            : Write(subjects, chosen));

    // Labels hold names out of traces: all of them hostile until encoded.
    private static string Write(IEnumerable<SubjectOption> subjects, Subject? chosen)
    {
        var html = new StringBuilder();
        foreach (var group in subjects.GroupBy(s => s.Group))
        {
            if (group.Key.Length > 0) html.Append("<optgroup label=\"").Append(WebUtility.HtmlEncode(group.Key)).Append("\">");
            foreach (var option in group)
                html.Append("<option value=\"").Append(WebUtility.HtmlEncode(option.Subject.Text))
                    .Append(option.Subject == chosen ? "\" selected>" : "\">").Append(WebUtility.HtmlEncode(option.Label))
                    .Append("</option>");
            if (group.Key.Length > 0) html.Append("</optgroup>");
        }
        return html.ToString();
    }
}
