using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Admin;

/// <summary>Who did what, and when: a document, whose address is the search.</summary>
public sealed partial class LogPage
{
    private static readonly Operation[] Operations =
        [.. Enum.GetValues<Operation>().Where(o => Permissions.Table[o].IsWritten).OrderBy(d => d.ToString(), StringComparer.Ordinal)];

    private HistoryQuery _asked = new();
    private HistoryPage? _shown;

    [SupplyParameterFromQuery] private string? Person { get; set; }
    [SupplyParameterFromQuery(Name = "operation")] private string? OperationName { get; set; }
    [SupplyParameterFromQuery] private string? Trace { get; set; }
    [SupplyParameterFromQuery] private string? From { get; set; }
    [SupplyParameterFromQuery] private string? To { get; set; }
    [SupplyParameterFromQuery] private string? Page { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Operation? Chosen => Enum.TryParse<Operation>(OperationName, out var operation) && Enum.IsDefined(operation) ? operation : null;
    private bool IsFiltered => new[] { Person, OperationName, Trace, From, To }.Any(v => !string.IsNullOrWhiteSpace(v));

    protected override async Task OnInitializedAsync()
    {
        // What cannot be read finds nothing rather than everything.
        int? trace = string.IsNullOrWhiteSpace(Trace) ? null : PortalUrls.TryParseAccession(Trace.Trim()) ?? 0;
        _asked = new(QueryParameter.Text(Person), Chosen, trace, DayOf(From), DayOf(To)?.AddDays(1), QueryParameter.Page(Page));
        _shown = await History.RunAsync(_asked, Caller.From(Request.User), Request.RequestAborted);
        if (_shown is null) Navigation.NotFound();
    }

    private static DateTime? DayOf(string? text) =>
        DateTime.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var day) && day < DateTime.MaxValue.Date ? day : null;

    private string LinkTo(int page)
    {
        var parts = new[] { ("person", Person), ("operation", OperationName), ("trace", Trace), ("from", From), ("to", To),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null) }
            .Where(p => !string.IsNullOrWhiteSpace(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        return PortalUrls.AdminLog + (string.Join('&', parts) is { Length: > 0 } query ? "?" + query : "");
    }
}
