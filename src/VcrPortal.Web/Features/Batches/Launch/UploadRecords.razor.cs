using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Reads what was sent, says what is wrong with it, and launches what is sound.</summary>
public sealed partial class UploadRecords
{
    /// <summary>Problems and titles listed; a file may hold thousands.</summary>
    private const int MostShown = 20;
    /// <summary>Characters that are put back into the field; a longer text stays in its file.</summary>
    private const int MostKept = 1_000_000;

    private readonly List<RecordProblem> _problems = [];
    private ImmutableArray<PerturbationRecord> _records = [];
    private string? _refusal;
    private string? _note;

    [Inject] private LaunchJob LaunchOne { get; set; } = null!;
    [Inject] private LaunchBatch LaunchMany { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "upload")] private string? Json { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private IFormFile? File { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private string? Intent { get; set; }
    /// <summary>The problems were shown before: launching now means launching without those records.</summary>
    [SupplyParameterFromForm(FormName = "upload")] private bool AcceptsGaps { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private bool IsPrivate { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private int BadRecords => _problems.Where(p => p.Index is not null).Select(p => p.Index).Distinct().Count();

    private async Task TakeAsync()
    {
        var aborted = Request.RequestAborted;
        var read = File is { Length: > 0 } ? await ReadFileAsync(File, aborted) : PerturbationRecordReader.Read(Json ?? "");
        (_records, _note) = (read.Records, read.Note);
        _problems.AddRange(read.Problems);
        if (_records.IsEmpty && _problems.Count == 0) _refusal = "There is no record in this.";
        if (Intent != "launch" || _records.IsEmpty || (_problems.Count > 0 && !AcceptsGaps)) return;
        if (_records.Length == 1) await LaunchJobAsync(_records[0], aborted);
        else await LaunchBatchAsync(aborted);
    }

    private async Task<PerturbationRecords> ReadFileAsync(IFormFile file, CancellationToken aborted)
    {
        await using var stream = file.OpenReadStream();
        var read = await PerturbationRecordReader.ReadAsync(stream, aborted);
        if (read.Utf8.Length <= MostKept) Json = Encoding.UTF8.GetString(read.Utf8.Span);
        return read;
    }

    private async Task LaunchJobAsync(PerturbationRecord record, CancellationToken aborted)
    {
        var outcome = await LaunchOne.RunAsync(record, IsPrivate, Caller.From(Request.User), aborted);
        if (outcome is LaunchOutcome.Launched(var number)) Navigation.SeeOther(Request, PortalUrls.Job(number));
        else if (outcome is LaunchOutcome.Invalid(var problems)) _problems.AddRange(BatchText.Problems(new(record.Index, problems)));
        else _refusal = LaunchText.For(outcome);
    }

    private async Task LaunchBatchAsync(CancellationToken aborted)
    {
        var title = File is { FileName.Length: > 0 } ? Path.GetFileName(File.FileName)
            : string.Create(CultureInfo.InvariantCulture, $"{_records.Length} records");
        var outcome = await LaunchMany.RunAsync(title, _records, IsPrivate, Caller.From(Request.User), aborted);
        if (outcome is BatchOutcome.Launched(var number, _, _))
        {
            Navigation.SeeOther(Request, PortalUrls.Batch(number));
            return;
        }
        if (outcome is BatchOutcome.Invalid(var refused)) _problems.AddRange(refused.SelectMany(BatchText.Problems));
        _refusal = BatchText.For(outcome);
    }
}
