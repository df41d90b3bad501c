using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Sentences about what of an address cannot be, and what is shown in its place.</summary>
internal static class AddressNotes
{
    private const int Shown = 40;

    public static IEnumerable<string> For(string? page, string? sort)
    {
        if (QueryParameter.Text(page) is { } typed && QueryParameter.Number(typed) is not > 0)
            yield return $"There is no page “{typed.Fit(Shown)}”: this is page 1.";
        if (QueryParameter.Text(sort) is { } order && !QueryParameter.IsWord<TraceSort>(order))
            yield return $"No list has the order “{order.Fit(Shown)}”: the best match comes first. The orders are "
                + $"{string.Join(", ", Enum.GetNames<TraceSort>()).ToLowerInvariant()}.";
    }
}
