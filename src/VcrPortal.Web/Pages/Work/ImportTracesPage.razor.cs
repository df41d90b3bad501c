using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Work;

/// <summary>Takes a file of traces in. A document: while an import runs, its upper part is asked for again.</summary>
public sealed partial class ImportTracesPage
{
    /// <summary>The largest file: VC-TRACES as text is twice as large, as Parquet much smaller.</summary>
    public const int MostBytes = 96 << 20;

    private string? _refusal;

    [Inject] private TraceImportRuns Runs { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "import")] private IFormFile? File { get; set; }
    [SupplyParameterFromForm(FormName = "import")] private bool IsPrivate { get; set; }
    [SupplyParameterFromForm(FormName = "import")] private bool Unchecked { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private async Task StartAsync()
    {
        if (File is not { Length: > 0 })
        {
            _refusal = "Choose a file that holds something.";
            return;
        }
        var path = Path.Combine(Path.GetTempPath(), $"vcr-import-{Guid.NewGuid():N}");
        await using (var kept = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            await File.CopyToAsync(kept, Request.RequestAborted);
        var name = Path.GetFileName(File.FileName) is { Length: > 0 } given ? given[..Math.Min(given.Length, 120)] : "The file";
        if (Runs.TryStart(new(path, name, IsPrivate, !Unchecked), Caller.From(Request.User)))
        {
            Navigation.SeeOther(Request, PortalUrls.ImportTraces);
            return;
        }
        System.IO.File.Delete(path);
        _refusal = "Another import runs. Wait until it has ended, then send yours again.";
    }

    private void Stop()
    {
        Runs.Stop(Caller.From(Request.User));
        Navigation.SeeOther(Request, PortalUrls.ImportTraces);
    }
}
